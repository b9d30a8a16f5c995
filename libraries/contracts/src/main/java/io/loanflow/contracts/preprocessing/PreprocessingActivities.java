package io.loanflow.contracts.preprocessing;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.activity.ActivityInterface;

/** What the preprocessing service does for a pipeline; on task queue {@link TaskQueues#PREPROCESSING}. */
@ActivityInterface
public interface PreprocessingActivities {

    /**
     * Prepares batches, or finds them whole: same load and settings, same key. Heartbeats with {@link RowProgress}. Fails for
     * good with {@link FailureTypes#DATASET_INVALID}, {@link FailureTypes#LOAD_UNAVAILABLE} or {@link FailureTypes#SETTINGS_INVALID}.
     */
    PreprocessingResult preprocess(PreprocessingRequest request);
}
