package io.loanflow.contracts.training;

import io.loanflow.contracts.execution.PipelineRun;
import org.jspecify.annotations.Nullable;

/**
 * @param alreadyTrained whether the same batches and settings were trained before, so that nothing was done
 * @param madeBy the run that trained it
 * @param runUrl MLflow's page of the run
 * @param seconds spent reading batches, fitting the model, evaluating and logging; of the first time where it was there already
 * @param note what somebody should look at before believing the model; null where there is nothing
 */
public record TrainingResult(
        ModelVersionRef model,
        ModelMetrics metrics,
        boolean alreadyTrained,
        PipelineRun madeBy,
        String runUrl,
        double seconds,
        @Nullable String note) {

    /** One with nothing to look at. */
    public TrainingResult(
            ModelVersionRef model,
            ModelMetrics metrics,
            boolean alreadyTrained,
            PipelineRun madeBy,
            String runUrl,
            double seconds) {
        this(model, metrics, alreadyTrained, madeBy, runUrl, seconds, null);
    }

    /** The same with a note. */
    public TrainingResult noted(@Nullable String other) {
        return new TrainingResult(model, metrics, alreadyTrained, madeBy, runUrl, seconds, other);
    }
}
