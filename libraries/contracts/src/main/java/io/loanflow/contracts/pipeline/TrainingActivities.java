package io.loanflow.contracts.pipeline;

import io.temporal.activity.ActivityInterface;

/** What the training service does for a pipeline; on task queue {@link TaskQueues#TRAINING}. */
@ActivityInterface
public interface TrainingActivities {

    /**
     * Trains, evaluates, logs and registers a model with alias {@code challenger}, or finds the one made from the same batches
     * and settings. Heartbeats with {@link RowProgress}. Fails for good with {@link FailureTypes#FEATURE_BATCHES_LOST},
     * {@link FailureTypes#TRAINING_IMPOSSIBLE} or {@link FailureTypes#SETTINGS_INVALID}.
     */
    TrainingResult train(TrainingRequest request);

    /** Applies the gate and sets alias {@code champion}; again changes nothing. Fails for good with {@link FailureTypes#FEATURE_BATCHES_LOST}. */
    PromotionResult promote(PromotionRequest request);
}
