package io.loanflow.contracts.monitoring;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.activity.ActivityInterface;

/** What the monitoring service does for a workflow; on task queue {@link TaskQueues#MONITORING}. */
@ActivityInterface
public interface MonitoringActivities {

    /**
     * Judges the windows of decisions that have ended, each once: again, it finds none. Fails for good with
     * {@link FailureTypes#DATASET_INVALID}, {@link FailureTypes#MODEL_UNUSABLE} or {@link FailureTypes#TRACKING_REFUSED}.
     */
    JudgementResult judgeWindows(JudgementRequest request);
}
