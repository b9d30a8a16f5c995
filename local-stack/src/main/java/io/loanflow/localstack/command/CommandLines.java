package io.loanflow.localstack.command;

import io.loanflow.localservers.FileProblem;
import io.loanflow.localservers.LocalServerException;
import io.loanflow.localstack.pipeline.RunFailedException;
import io.loanflow.localstack.prediction.PredictionException;
import io.loanflow.localstack.registry.RegistryException;
import io.loanflow.localstack.stack.SettingException;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Puts the commands together, and turns what they throw into words and an exit code: 1 failed, 2 wrong usage. */
public final class CommandLines {

    /** Their messages are for people. Anything else is a mistake of ours. */
    private static final List<Class<? extends Exception>> EXPECTED = List.of(
            LocalServerException.class,
            PredictionException.class,
            RegistryException.class,
            RunFailedException.class,
            SettingException.class,
            StackException.class,
            UncheckedIOException.class);

    private CommandLines() {}

    public static CommandLine of(Surroundings surroundings) {
        RootCommand root = new RootCommand();
        CommandLine commandLine = new CommandLine(root)
                .addSubcommand(new UpCommand(surroundings))
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new RunsCommand(surroundings))
                .addSubcommand(new WatchCommand(surroundings))
                .addSubcommand(new CancelCommand(surroundings))
                .addSubcommand(new DescribeCommand(surroundings))
                .addSubcommand(new PredictCommand(surroundings))
                .addSubcommand(new ScoreCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new ModelsCommand(surroundings))
                .addSubcommand(new ApproveCommand(surroundings))
                .addSubcommand(new RejectCommand(surroundings))
                .addSubcommand(new ScheduleCommand(surroundings))
                .addSubcommand(new RollbackCommand(surroundings))
                .addSubcommand(new CommandLine(new AuditCommand())
                        .addSubcommand(new AuditListCommand(surroundings))
                        .addSubcommand(new AuditVerifyCommand(surroundings)))
                .addSubcommand(new ReproduceCommand(surroundings))
                .addSubcommand(new KeysCommand(surroundings))
                .addSubcommand(new LogsCommand(surroundings))
                .addSubcommand(new DownCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new SuperviseCommand(surroundings))
                .addSubcommand(new CommandLine.HelpCommand());
        commandLine.setOut(new PrintWriter(surroundings.terminal().out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(surroundings.terminal().err(), true, StandardCharsets.UTF_8));
        commandLine.setColorScheme(colours(surroundings));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, root, surroundings));
        return commandLine;
    }

    private static String message(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return failure.getCause() instanceof IOException cause && failure instanceof UncheckedIOException
                ? message + ": " + FileProblem.of(cause)
                : message;
    }

    private static ColorScheme colours(Surroundings surroundings) {
        return CommandLine.Help.defaultColorScheme(surroundings.terminal().colours() ? Ansi.ON : Ansi.OFF);
    }

    private static int report(Exception failure, RootCommand root, Surroundings surroundings) {
        boolean expected = EXPECTED.contains(failure.getClass());
        String message = expected
                ? message(failure)
                : "Unexpected: " + failure + "\nThe same command with --verbose shows where.";
        surroundings.terminal().err().println(surroundings.terminal().red("✗ ") + message.replace("\n", "\n  "));
        if (root.verbose()) {
            failure.printStackTrace(surroundings.terminal().err());
        }
        return failure instanceof SettingException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
