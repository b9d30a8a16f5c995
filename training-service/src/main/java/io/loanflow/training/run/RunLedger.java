package io.loanflow.training.run;

import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.model.family.Parameters;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.fit.TrainingMeters;
import io.temporal.client.ActivityCompletionException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Training runs in MLflow. Every step may be repeated: what is there already stays or is written again with the same content.
 * A run is marked finished last.
 */
@Component
class RunLedger {

    private final MlflowRuns runs;
    private final RunLog log;
    private final VersionRegistration versions;
    private final TrainingMeters meters;

    RunLedger(MlflowRuns runs, RunLog log, VersionRegistration versions, TrainingMeters meters) {
        this.runs = runs;
        this.log = log;
        this.versions = versions;
        this.meters = meters;
    }

    /** Of the run that makes this model. */
    String key(TrainingRequest request, Parameters parameters) {
        return TrainingKey.of(request, parameters, log.signingKey());
    }

    /** What a finished run of this key made; empty where there is none, or its version was deleted. */
    Optional<TrainingResult> finished(String dataset, String key) {
        return runs.find(runs.experiment(dataset), RunTags.TRAINING_KEY, key)
                .filter(TrackedRun::finished)
                .flatMap(run -> versions.of(dataset, run).map(version -> FinishedRun.result(run, version)));
    }

    /** The run of this key: a fresh one, or one that was not finished. */
    TrackedRun begin(TrainingRequest request, Parameters parameters, String key) {
        String experiment = runs.experiment(request.load().dataset());
        TrackedRun run =
                runs.findOrCreate(experiment, RunDescription.name(request, parameters), RunTags.TRAINING_KEY, key);
        runs.resume(run);
        return run;
    }

    /** Does a run's work. One that ends badly is marked so at once, and as under way again by the attempt that goes on with it. */
    <R> R during(TrackedRun run, Supplier<R> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            abandon(run, e);
            throw e;
        }
    }

    private void abandon(TrackedRun run, Throwable cause) {
        try {
            runs.abandon(run, cause instanceof ActivityCompletionException);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    TrackedRun run(String runId) {
        return runs.run(runId);
    }

    /** Keeps the model and all that is said of it with the run. */
    void log(TrackedRun run, TrainedModel model) {
        log.write(run, model);
    }

    /** Registers what was logged, with its model card, and makes it the challenger. */
    RegisteredModelVersion register(TrackedRun run, TrainedModel model) {
        RegisteredModelVersion version = versions.register(run, model);
        log.writeCard(run, model, version);
        return version;
    }

    /** Keeps what somebody should look at; null where there is nothing. */
    void note(TrackedRun run, @Nullable String note) {
        if (note != null) {
            runs.log(run, new RunContent(Map.of(), Map.of(), Map.of(RunTags.NOTE, note)));
        }
    }

    void finish(String dataset, TrackedRun run, double seconds) {
        runs.log(run, new RunContent(Map.of(), Map.of(FinishedRun.SECONDS, seconds), Map.of()));
        runs.finish(run);
        meters.trained(dataset, seconds);
    }
}
