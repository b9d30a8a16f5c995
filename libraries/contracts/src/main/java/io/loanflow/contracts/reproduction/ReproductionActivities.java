package io.loanflow.contracts.reproduction;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.release.VersionRequest;
import io.temporal.activity.ActivityInterface;

/**
 * What the training service does to make a version again: looking it up on task queue {@link TaskQueues#REGISTRY}, training on {@link
 * TaskQueues#TRAINING}.
 */
@ActivityInterface
public interface ReproductionActivities {

    /**
     * Reads what a version was made of. Fails for good with {@link FailureTypes#SETTINGS_INVALID} where it is not registered, or not by a
     * pipeline, and with {@link FailureTypes#TRACKING_REFUSED} where its run is gone.
     */
    ReproductionPlan planReproduction(VersionRequest request);

    /**
     * Trains and compares; keeps nothing. Heartbeats with {@link RowProgress}. Fails for good with {@link
     * FailureTypes#FEATURE_BATCHES_LOST} or {@link FailureTypes#TRAINING_IMPOSSIBLE}.
     */
    ReproductionResult trainAgain(ReproductionAttempt attempt);
}
