package io.loanflow.localstack.command;

import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.WaitingRelease;
import io.loanflow.localstack.pipeline.ApprovalClient;
import io.loanflow.localstack.pipeline.RunLinks;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says a person's word on a version that waits for it. */
abstract class ApprovalCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final boolean yes;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    @Parameters(
            paramLabel = "RELEASE",
            arity = "0..1",
            description = "Workflow that waits; needed where more than one of the data set does.")
    private @Nullable String release;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Whose word it is (default: the user's name on this machine, ${DEFAULT-VALUE}).")
    private String name = System.getProperty("user.name", "");

    private String why = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** @param yes whether it is for the version */
    ApprovalCommand(Surroundings surroundings, boolean yes) {
        this.surroundings = surroundings;
        this.yes = yes;
    }

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for whoever asks later.")
    void reason(String text) {
        if (text.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--reason must say why");
        }
        why = text.strip();
    }

    @Override
    public final Integer call() {
        StackConfiguration configuration = surroundings.started();
        try (ApprovalClient client =
                new ApprovalClient(configuration.connections().temporalAddress(), RunLinks.of(configuration))) {
            ReleaseResult result = client.say(the(client.waiting(dataset.name())), yes, new Approval(name, why));
            surroundings
                    .terminal()
                    .line(result.promotion().verdict().name().toLowerCase(Locale.ROOT) + ": "
                            + result.promotion().reason());
        }
        return 0;
    }

    private WaitingRelease the(List<WaitingRelease> all) {
        List<WaitingRelease> meant = all.stream()
                .filter(waiting ->
                        release == null || release.equals(waiting.release().workflowId()))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String waiting = all.stream()
                .map(one -> "\n  " + one.release().workflowId() + "  version "
                        + one.awaited().version().version())
                .collect(Collectors.joining());
        throw new StackException(
                all.isEmpty()
                        ? "No release of " + dataset.name() + " waits for approval."
                        : (release == null
                                        ? "Name one of the releases that wait:"
                                        : release + " does not wait; these do:")
                                + waiting);
    }
}
