package io.loanflow.contracts.pipeline;

import io.temporal.activity.ActivityInterface;

/** What the serving service does for a pipeline; on task queue {@link TaskQueues#SERVING}. */
@ActivityInterface
public interface ServingActivities {

    /** Waits, heartbeating, until predictions come from this version. Fails for good with {@link FailureTypes#MODEL_UNUSABLE}. */
    ServingResult awaitChampion(ChampionRequest request);
}
