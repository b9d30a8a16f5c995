package io.loanflow.training.run;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.training.ModelMetrics;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackedRun;

/** What a run says of itself when its key is asked for again. */
final class FinishedRun {

    static final String SECONDS = "training_seconds";

    private FinishedRun() {}

    static TrainingResult result(TrackedRun run, RegisteredModelVersion version) {
        return new TrainingResult(
                new ModelVersionRef(version.name(), version.version(), run.id(), tag(run, RunTags.MODEL_DIGEST)),
                new ModelMetrics(
                        metric(run, "accuracy"),
                        metric(run, "precision"),
                        metric(run, "recall"),
                        metric(run, "f1"),
                        metric(run, "roc_auc"),
                        metric(run, "pr_auc"),
                        metric(run, "log_loss"),
                        metric(run, "brier")),
                true,
                new PipelineRun(tag(run, RunTags.WORKFLOW_ID), tag(run, RunTags.WORKFLOW_RUN_ID)),
                run.page(),
                metric(run, SECONDS),
                run.tags().get(RunTags.NOTE));
    }

    private static String tag(TrackedRun run, String name) {
        return run.tags().getOrDefault(name, "");
    }

    private static double metric(TrackedRun run, String name) {
        Double value = run.metrics().get(name);
        if (value == null) {
            throw new NotInTrackingException("MLflow run " + run.id() + " is finished but has no metric " + name
                    + "; delete the run, and the model is trained again");
        }
        return value;
    }
}
