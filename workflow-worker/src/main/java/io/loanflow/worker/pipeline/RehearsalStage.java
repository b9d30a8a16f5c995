package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.failure.ActivityFailure;

/** Has a replica of serving try a version. Not each need serve its data set. */
final class RehearsalStage {

    private RehearsalStage() {}

    /**
     * Does nothing where no replica serves the version's data set.
     *
     * @throws ActivityFailure if the replica refuses it, or is not done in time
     */
    static void rehearse(ModelVersionRef version) {
        if (isTried(TaskQueues.SERVING, version)) {
            return;
        }
        for (String replica : ReleaseSteps.replicas()) {
            if (isTried(replica, version)) {
                return;
            }
        }
    }

    private static boolean isTried(String queue, ModelVersionRef version) {
        try {
            var unused = ReleaseSteps.rehearseOn(queue, version);
            return true;
        } catch (ActivityFailure failure) {
            if (Replicas.servesOthers(failure) || Replicas.isGone(failure)) {
                return false;
            }
            throw failure;
        }
    }
}
