package io.loanflow.localstack;

import io.loanflow.localstack.command.CommandLines;
import io.loanflow.localstack.command.Surroundings;
import java.util.Locale;

/** The {@code loanflow} command. */
public final class Loanflow {

    private Loanflow() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.US);
        System.exit(CommandLines.of(Surroundings.current()).execute(arguments));
    }
}
