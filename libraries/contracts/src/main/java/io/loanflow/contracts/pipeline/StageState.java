package io.loanflow.contracts.pipeline;

/** How far a stage is. */
public enum StageState {
    WAITING,
    RUNNING,
    DONE,
    FAILED
}
