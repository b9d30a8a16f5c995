package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.activity.ActivityInterface;

/** What the training service, which owns the registry, does for a release; on task queue {@link TaskQueues#TRAINING}. */
@ActivityInterface
public interface ReleaseActivities {

    /** Applies the gate and sets alias {@code champion}; again changes nothing. Fails for good with {@link FailureTypes#FEATURE_BATCHES_LOST}. */
    PromotionResult promote(PromotionRequest request);
}
