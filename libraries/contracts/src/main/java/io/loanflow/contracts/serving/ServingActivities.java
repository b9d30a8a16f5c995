package io.loanflow.contracts.serving;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.activity.ActivityInterface;
import java.util.List;

/** What the serving service does for a release; on task queue {@link TaskQueues#SERVING}, or on that of one replica. */
@ActivityInterface
public interface ServingActivities {

    /**
     * Loads a version beside the one in service, repeats its self-test and measures it, heartbeating. Fails for good with {@link
     * FailureTypes#MODEL_UNUSABLE}.
     */
    Rehearsal rehearse(ModelVersionRef version);

    /** Task queues of the replicas that live now, one each; the replica that answers is among them. */
    List<String> replicas();

    /**
     * Waits, heartbeating, until predictions come from this version. Fails for good with {@link FailureTypes#MODEL_UNUSABLE} or {@link
     * FailureTypes#MODEL_NOT_SERVED}.
     */
    ServingResult awaitChampion(ChampionRequest request);

    /**
     * Has a version score what the champion answers on this replica, in the background, and says how it does. The first call loads it
     * beside the champion, heartbeating; each call is good for the lease, after which it ends. Fails for good with {@link
     * FailureTypes#MODEL_UNUSABLE} or {@link FailureTypes#MODEL_NOT_SERVED}.
     */
    ShadowFigures shadow(ShadowOrder order);

    /** Ends that now; again changes nothing. */
    void endShadow(ModelVersionRef challenger);

    /**
     * Has a version answer a share of requests on this replica in the champion's place, and says how it does. The first call loads it,
     * heartbeating; each call is good for the lease, after which the champion answers all again. Fails for good with {@link
     * FailureTypes#MODEL_UNUSABLE} or {@link FailureTypes#MODEL_NOT_SERVED}.
     */
    CanaryFigures canary(CanaryOrder order);

    /** Has the champion answer all again, now; again changes nothing. */
    void endCanary(ModelVersionRef challenger);

    /** How a version answers on this replica. Fails for good with {@link FailureTypes#MODEL_NOT_SERVED}. */
    AnswerFigures figures(ModelVersionRef version);
}
