package io.loanflow.contracts.tuning;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.activity.ActivityInterface;

/**
 * What the training service does for a tuning; on task queue {@link TaskQueues#TRAINING}. All fail for good with {@link
 * FailureTypes#DATASET_INVALID}, such as for a {@code training.yaml} that is wrong.
 */
@ActivityInterface
public interface TuningActivities {

    /** Draws the candidates, and begins the run that theirs belong to, or finds it. */
    TuningPlan planTuning(TuningOrder order);

    /**
     * Measures a candidate on the training part, or finds what was measured before. Heartbeats with {@link RowProgress}. Fails
     * for good with {@link FailureTypes#FEATURE_BATCHES_LOST} or {@link FailureTypes#TRAINING_IMPOSSIBLE}.
     */
    CandidateScore measure(CandidateRequest request);

    /** Keeps the best settings as those of the data set, with their evidence; again changes nothing. */
    TuningResult conclude(TuningOutcome outcome);
}
