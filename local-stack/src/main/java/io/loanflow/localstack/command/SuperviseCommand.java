package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.Supervisor;
import picocli.CommandLine.Command;

/** Is started with a stack, not by people. */
@Command(name = Supervisor.COMMAND, hidden = true, description = "Start again what ends while the stack is up.")
final class SuperviseCommand implements Runnable {

    private final Surroundings surroundings;

    SuperviseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        Supervisor.of(surroundings.installation(), surroundings.state(), surroundings.terminal()::line)
                .run();
    }
}
