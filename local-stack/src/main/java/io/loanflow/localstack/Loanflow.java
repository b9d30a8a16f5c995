package io.loanflow.localstack;

import io.loanflow.localstack.command.CommandLines;
import io.loanflow.localstack.command.Surroundings;

/** The {@code loanflow} command. */
public final class Loanflow {

    private Loanflow() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.of(Surroundings.current()).execute(arguments));
    }
}
