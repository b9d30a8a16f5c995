package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.serving.Rehearsal;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.failure.ActivityFailure;
import java.util.Optional;

/** Has a replica of serving try a version. Not each need serve its data set. */
final class RehearsalStage {

    private RehearsalStage() {}

    /**
     * Empty where no replica serves the version's data set.
     *
     * @throws ActivityFailure if the replica refuses it, or is not done in time
     */
    static Optional<Rehearsal> rehearse(ModelVersionRef version) {
        Optional<Rehearsal> rehearsal = tried(TaskQueues.SERVING, version);
        if (rehearsal.isPresent()) {
            return rehearsal;
        }
        for (String replica : ReplicaSteps.replicas()) {
            Optional<Rehearsal> there = tried(replica, version);
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.empty();
    }

    private static Optional<Rehearsal> tried(String queue, ModelVersionRef version) {
        try {
            return Optional.of(ReplicaSteps.rehearseOn(queue, version));
        } catch (ActivityFailure failure) {
            if (Replicas.servesOthers(failure) || Replicas.isGone(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
