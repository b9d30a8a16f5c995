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

    /**
     * Decides by the data set's policy what follows from its alarms, and keeps it. The same run again gets the same answer; an alarm leads to
     * one retraining at most, whoever asks. Fails for good with {@link FailureTypes#DATASET_INVALID}.
     */
    FollowUp decideFollowUp(FollowUpRequest request);

    /**
     * Holds the score of a version's first decisions against what its folder says. Nothing is kept. Fails for good with
     * {@link FailureTypes#DATASET_INVALID}, {@link FailureTypes#MODEL_UNUSABLE} or {@link FailureTypes#TRACKING_REFUSED}.
     */
    FirstDecisions judgeFirstDecisions(FirstDecisionsRequest request);

    /** Keeps what came of a follow-up; again, the latest holds. */
    void concludeFollowUp(FollowUpConclusion conclusion);
}
