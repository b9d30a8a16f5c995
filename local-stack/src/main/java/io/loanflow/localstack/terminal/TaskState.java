package io.loanflow.localstack.terminal;

/** How far a task is. */
public enum TaskState {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    boolean hasEnded() {
        return this == DONE || this == FAILED;
    }
}
