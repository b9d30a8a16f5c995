package io.loanflow.localstack.command;

import io.loanflow.contracts.reproduction.ReproductionRequest;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.loanflow.localstack.pipeline.ReproductionClient;
import io.loanflow.localstack.pipeline.RunLinks;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a version again. Has no option for its own version, as the other commands do: here that is the model's. */
@Command(
        name = "reproduce",
        description = {
            "Train a version again from the records of its run, and compare: the load's rows, the split, the parameters.",
            "Says equal (exit code 0) or what differs (1). Registers nothing."
        })
final class ReproduceCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    private int number;

    /** Asked by picocli only. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ReproduceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            required = true,
            description = "Version of the model; loanflow models lists them.")
    void version(int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), "--version must be a version, 1 or more, is " + value);
        }
        number = value;
    }

    @Override
    public Integer call() {
        StackConfiguration configuration = surroundings.started();
        Terminal terminal = surroundings.terminal();
        try (ReproductionClient client =
                new ReproductionClient(configuration.connections().temporalAddress(), RunLinks.of(configuration))) {
            ReproductionResult result = client.reproduce(
                    new ReproductionRequest(dataset.name(), number),
                    page -> terminal.line("Trains version " + number + " of " + dataset.name() + " again: " + page));
            lines(result).forEach(terminal::line);
            return result.equal() ? 0 : 1;
        }
    }

    private List<String> lines(ReproductionResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(
                result.equal()
                        ? "equal: the same trees (SHA-256 " + result.version().digest() + "), calibration and threshold"
                        : "not equal");
        result.differences()
                .forEach(difference -> lines.add("  " + difference.what() + ": recorded " + difference.recorded()
                        + ", now " + difference.now()));
        return lines;
    }
}
