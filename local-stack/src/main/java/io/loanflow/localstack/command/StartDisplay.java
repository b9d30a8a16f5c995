package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.StartListener;
import io.loanflow.localstack.terminal.TaskBoard;
import io.loanflow.localstack.terminal.TaskState;

/** Shows how starting goes. */
record StartDisplay(TaskBoard board) implements StartListener {

    @Override
    public void starting(String name, String address) {
        board.show(name, TaskState.RUNNING, address);
    }

    @Override
    public void ready(String name, String address) {
        board.show(name, TaskState.DONE, address);
    }

    @Override
    public void failed(String name, String address) {
        board.show(name, TaskState.FAILED, address);
    }
}
