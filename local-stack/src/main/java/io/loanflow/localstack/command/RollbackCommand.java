package io.loanflow.localstack.command;

import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.loanflow.localstack.pipeline.RollbackClient;
import io.loanflow.localstack.pipeline.RunLinks;
import io.loanflow.localstack.stack.StackConfiguration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes the model in service out of it. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Take the version in service out of it for good, and put another one back.",
            "No gate lets the one that is left in again. Waits for no run that is under way."
        })
final class RollbackCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    private @Nullable Integer version;
    private String why = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RollbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = {
                "Version to put in service (default: the champion before,",
                "or where that is gone the newest version that passed the gate)."
            })
    void to(int number) {
        if (number < 1) {
            throw new ParameterException(spec.commandLine(), "--to must be a version, 1 or more, is " + number);
        }
        version = number;
    }

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for whoever asks later.")
    void reason(String text) {
        if (text.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason must say why");
        }
        why = text.strip();
    }

    @Override
    public Integer call() {
        StackConfiguration configuration = surroundings.started();
        try (RollbackClient client =
                new RollbackClient(configuration.connections().temporalAddress(), RunLinks.of(configuration))) {
            long begun = System.nanoTime();
            RollbackResult result =
                    client.rollBack(new RollbackRequest(dataset.name(), version, why, System.getProperty("user.name")));
            surroundings.terminal().line(line(result, System.nanoTime() - begun));
        }
        return 0;
    }

    private String line(RollbackResult result, long nanoseconds) {
        return String.format(
                Locale.ROOT,
                "%s: version %d withdrawn (%s), version %d answers on %d %s after %.1f s",
                dataset.name(),
                result.withdrawn().version(),
                why,
                result.champion().version(),
                result.replicas(),
                result.replicas() == 1 ? "replica" : "replicas",
                nanoseconds / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
