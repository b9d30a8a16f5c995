package io.loanflow.contracts.serving;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.activity.ActivityInterface;

/** What the serving service does for a pipeline; on task queue {@link TaskQueues#SERVING}. */
@ActivityInterface
public interface ServingActivities {

    /** Waits, heartbeating, until predictions come from this version. Fails for good with {@link FailureTypes#MODEL_UNUSABLE}. */
    ServingResult awaitChampion(ChampionRequest request);
}
