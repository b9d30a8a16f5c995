package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.Stack;
import io.loanflow.localstack.stack.StackLock;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stops what up started. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop the applications, then the servers. Servers that up only used are left alone.")
final class DownCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--purge",
            description =
                    "Delete .loanflow or the containers' volumes too: databases, models, runs and logs. Installed programs stay in the cache.")
    private boolean purge;

    @Option(names = "--yes", description = "Delete without asking; needed where there is no terminal to ask at.")
    private boolean yes;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    DownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        StateDirectory state = surroundings.state();
        Terminal terminal = surroundings.terminal();
        if (!state.exists()) {
            terminal.line("Nothing runs.");
            return 0;
        }
        if (purge && !yes && !confirmed(state)) {
            terminal.line("Nothing is stopped or deleted.");
            return 1;
        }
        StackLock lock = StackLock.take(state);
        try (lock) {
            surroundings.lastStack().ifPresent(this::stop);
            if (purge) {
                state.delete();
            }
            terminal.line(purge ? "Everything is stopped and deleted." : "Nothing runs.");
        }
        return 0;
    }

    private void stop(Stack stack) {
        if (stack.runs()) {
            surroundings.terminal().line("Stopping the stack");
        }
        // Also what does not run has something to purge.
        stack.stop(purge);
    }

    private boolean confirmed(StateDirectory state) {
        Terminal terminal = surroundings.terminal();
        if (!terminal.isInteractive()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "down --purge deletes databases, models, runs and logs in " + state.root()
                            + ". Without a terminal it needs --yes");
        }
        terminal.line("Delete databases, models, runs and logs in " + state.root() + "? [y/N]");
        Scanner input = new Scanner(System.in, StandardCharsets.UTF_8);
        return input.hasNextLine()
                && input.nextLine().strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
