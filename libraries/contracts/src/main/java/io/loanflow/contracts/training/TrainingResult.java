package io.loanflow.contracts.training;

import io.loanflow.contracts.execution.PipelineRun;

/**
 * @param alreadyTrained whether the same batches and settings were trained before, so that nothing was done
 * @param madeBy the run that trained it
 * @param runUrl MLflow's page of the run
 * @param seconds spent reading batches, fitting the model, evaluating and logging; of the first time where it was there already
 */
public record TrainingResult(
        ModelVersionRef model,
        ModelMetrics metrics,
        boolean alreadyTrained,
        PipelineRun madeBy,
        String runUrl,
        double seconds) {}
