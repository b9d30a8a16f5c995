package io.loanflow.contracts.ingestion;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.activity.ActivityInterface;

/** What the ingestion service does for a pipeline; on task queue {@link TaskQueues#INGESTION}. */
@ActivityInterface
public interface IngestionActivities {

    /**
     * Finds the rows that a run learns from, and loads a file once: the same content, definition and expectations again change nothing.
     * Heartbeats with {@link RowProgress}. Fails for good with
     * {@link FailureTypes#DATASET_INVALID}, {@link FailureTypes#FILE_UNAVAILABLE}, {@link FailureTypes#DATA_REJECTED},
     * {@link FailureTypes#LOAD_UNAVAILABLE} or {@link FailureTypes#SETTINGS_INVALID}.
     */
    IngestionResult ingest(IngestionRequest request);

    /**
     * Makes a load of origin {@link DataOrigin#OUTCOMES} of all decisions whose outcome is known: each record as it came, with its latest
     * outcome as target, checked as a file is. The same outcomes again change nothing. Takes the place of earlier loads of outcomes.
     * Heartbeats with {@link RowProgress}. Fails for good as {@link #ingest} does.
     */
    OutcomesResult ingestOutcomes(OutcomesRequest request);

    /** Logs the validation result of a load to a run; again changes nothing. Fails for good with {@link FailureTypes#LOAD_UNAVAILABLE}. */
    void publishValidation(ValidationPublication publication);
}
