package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a release ends: with its version in service, or with the champion that stays. */
final class ReleaseEnding {

    static final String CANCELLED = "The release was cancelled.";

    private final Consumer<String> show;

    /** @param show for people who look at the release */
    ReleaseEnding(Consumer<String> show) {
        this.show = show;
    }

    ReleaseResult inService(ModelVersionRef version, PromotionResult ruling, Replicas replicas) {
        show.accept(replicas.note() == null ? "version " + version.version() + " is in service" : replicas.note());
        return new ReleaseResult(ruling, replicas.serving(), replicas.answering(), replicas.note());
    }

    /** With the champion that stays, if there is one: the ruling counts whether or not serving answers with it. */
    ReleaseResult notInService(PromotionResult ruling) {
        show.accept(ruling.verdict().name().toLowerCase(Locale.ROOT) + ": " + ruling.reason());
        ModelVersionRef champion = ruling.champion();
        if (champion == null) {
            return new ReleaseResult(ruling, null, 0, null);
        }
        try {
            Replicas replicas = Replicas.await(champion);
            return new ReleaseResult(ruling, replicas.serving(), replicas.answering(), replicas.note());
        } catch (ActivityFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            return new ReleaseResult(
                    ruling,
                    null,
                    0,
                    "Serving does not answer with champion version " + champion.version() + ": "
                            + FailureReason.of(failure));
        }
    }

    /** Of a version that the gate let through. */
    PromotionResult refused(ModelVersionRef version, String why) {
        return refused(version, why, RegistrySteps::refuse);
    }

    /** @param step tells the registry, and yields the champion that stays */
    PromotionResult refused(ModelVersionRef version, String why, Function<Refusal, @Nullable ModelVersionRef> step) {
        String reason = "Version " + version.version() + " passed the gate, but does not come into service: " + why;
        show.accept("refuses version " + version.version() + ": " + why);
        return new PromotionResult(Verdict.REFUSED, step.apply(new Refusal(version, reason)), reason);
    }

    /** @param step tells the registry, also where the workflow is cancelled */
    static void sayCancelled(ModelVersionRef version, Function<Refusal, @Nullable ModelVersionRef> step) {
        Workflow.newDetachedCancellationScope(() -> {
                    var unused = step.apply(new Refusal(version, CANCELLED));
                })
                .run();
    }
}
