package io.loanflow.contracts.training;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.activity.ActivityInterface;

/** What the training service does for a pipeline; on task queue {@link TaskQueues#TRAINING}. */
@ActivityInterface
public interface TrainingActivities {

    /**
     * Settles what a training comes to, and begins its run, so that the parts of the model have a place. Fails for good with
     * {@link FailureTypes#SETTINGS_INVALID} or {@link FailureTypes#DATASET_INVALID}.
     */
    TrainingPlan planTraining(TrainingRequest request);

    /**
     * Grows some trees of a model and keeps them with its run, or finds them there. Heartbeats with {@link RowProgress}. Fails
     * for good as {@link #train} does.
     */
    ModelPart growPart(PartRequest request);

    /**
     * Trains, evaluates, logs and registers a model with alias {@code challenger}, or finds the one made from the same batches
     * and settings. Parts that were grown before are joined. Heartbeats with {@link RowProgress}. Fails for good with {@link
     * FailureTypes#FEATURE_BATCHES_LOST}, {@link FailureTypes#TRAINING_IMPOSSIBLE}, {@link FailureTypes#SETTINGS_INVALID} or
     * {@link FailureTypes#DATASET_INVALID}.
     */
    TrainingResult train(TrainingRequest request);
}
