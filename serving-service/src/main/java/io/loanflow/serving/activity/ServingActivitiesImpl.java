package io.loanflow.serving.activity;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.CanaryOrder;
import io.loanflow.contracts.serving.ChampionRequest;
import io.loanflow.contracts.serving.Rehearsal;
import io.loanflow.contracts.serving.ServingActivities;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.serving.ShadowOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.champion.RehearsalRoom;
import io.loanflow.serving.rollout.CanaryRoom;
import io.loanflow.serving.rollout.ShadowRoom;
import io.loanflow.serving.rollout.VersionTallies;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;

/** Tries versions before a release, and tells it when they answer. */
public class ServingActivitiesImpl implements ServingActivities {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final Champions champions;
    private final RehearsalRoom rehearsals;
    private final VersionTallies tallies;
    private final ShadowRoom shadows;
    private final CanaryRoom canaries;
    private final LivingReplicas replicas;
    private final ServingSettings settings;

    public ServingActivitiesImpl(
            Champions champions,
            RehearsalRoom rehearsals,
            VersionTallies tallies,
            ShadowRoom shadows,
            CanaryRoom canaries,
            LivingReplicas replicas,
            ServingSettings settings) {
        this.champions = champions;
        this.rehearsals = rehearsals;
        this.tallies = tallies;
        this.shadows = shadows;
        this.canaries = canaries;
        this.replicas = replicas;
        this.settings = settings;
    }

    @Override
    public Rehearsal rehearse(ModelVersionRef version) {
        requireServed(version);
        String words = "loads and tries version " + version.version();
        return Failures.KNOWN.during(() -> ActivityHeartbeat.saying(words, () -> rehearsals.rehearse(version)));
    }

    @Override
    public List<String> replicas() {
        return Failures.KNOWN.during(replicas);
    }

    @Override
    public ServingResult awaitChampion(ChampionRequest request) {
        requireServed(request.champion());
        return Failures.KNOWN.during(() -> serve(request.champion()));
    }

    @Override
    public AnswerFigures figures(ModelVersionRef version) {
        requireServed(version);
        return Failures.KNOWN.during(() -> tallies.figures(version));
    }

    @Override
    public ShadowFigures shadow(ShadowOrder order) {
        ModelVersionRef version = order.challenger();
        requireServed(version);
        String words = "has version " + version.version() + " score what is answered";
        return Failures.KNOWN.during(() -> ActivityHeartbeat.saying(words, () -> shadows.follow(order)));
    }

    @Override
    public void endShadow(ModelVersionRef challenger) {
        Failures.KNOWN.during(() -> shadows.end(challenger));
    }

    @Override
    public CanaryFigures canary(CanaryOrder order) {
        ModelVersionRef version = order.challenger();
        requireServed(version);
        String words = "has version " + version.version() + " answer a share of requests";
        return Failures.KNOWN.during(() -> ActivityHeartbeat.saying(words, () -> canaries.follow(order)));
    }

    @Override
    public void endCanary(ModelVersionRef challenger) {
        Failures.KNOWN.during(() -> canaries.end(challenger));
    }

    private void requireServed(ModelVersionRef version) {
        if (!champions.mayServe(version.name())) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "this service serves " + String.join(", ", settings.models()) + ", not " + version.name()
                            + "; add it to LOANFLOW_MODELS",
                    FailureTypes.MODEL_NOT_SERVED);
        }
    }

    private ServingResult serve(ModelVersionRef version) {
        Champion champion = champions.follow(version.name());
        long start = System.nanoTime();
        await(champion, version);
        if (!champion.serves(version.version(), version.runId())) {
            throw unusable(
                    champion.refusal().map(refusal -> refusal.reason()).orElse("another version took its place"));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ServingResult(version, settings.publicUrl() + "/api/v1/" + version.name() + "/predictions", seconds);
    }

    /** Until the version is in service, refused, or not the champion any more. A heartbeat throws once the activity is cancelled or timed out. */
    private static void await(Champion champion, ModelVersionRef version) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        long answers = champion.answers();
        try {
            do {
                if (champion.isReplaced(version.version(), answers)) {
                    return;
                }
                context.heartbeat(champion.current()
                        .map(model -> "version " + model.version().version() + " answers")
                        .orElseGet(champion::whyNone));
            } while (!champion.await(version.version(), version.runId(), HEARTBEAT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for version " + version.version(), e);
        }
    }

    private static ApplicationFailure unusable(String message) {
        return ApplicationFailure.newNonRetryableFailure(message, FailureTypes.MODEL_UNUSABLE);
    }
}
