package io.loanflow.contracts.training;

import org.jspecify.annotations.Nullable;

/**
 * What a training comes to, said before it begins.
 *
 * @param settings all of them
 * @param trees how many the model has
 * @param mlflowRunId run of the model
 * @param finished the model, where it was made before; else null
 */
public record TrainingPlan(
        TrainingSettings settings,
        int trees,
        String mlflowRunId,
        @Nullable TrainingResult finished) {}
