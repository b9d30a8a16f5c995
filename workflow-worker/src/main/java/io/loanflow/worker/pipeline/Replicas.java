package io.loanflow.worker.pipeline;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits until every replica of serving that lives answers with a version.
 *
 * @param serving what one of them said; null where none serves the version's model
 * @param answering how many do
 * @param note why none does, as a sentence; null where one does
 */
record Replicas(
        @Nullable ServingResult serving,
        int answering,
        @Nullable String note) {

    /** @throws ActivityFailure if one of them refuses it, or is not done in time */
    static Replicas await(ModelVersionRef version) {
        List<Promise<ServingResult>> waiting = new ArrayList<>();
        for (String replica : ReplicaSteps.replicas()) {
            waiting.add(ReplicaSteps.awaitOn(replica, version));
        }
        List<ServingResult> answers = new ArrayList<>();
        String note = "no replica of serving lives any more";
        for (Promise<ServingResult> one : waiting) {
            try {
                answers.add(one.get());
            } catch (ActivityFailure failure) {
                if (servesOthers(failure)) {
                    note = FailureReason.of(failure);
                } else if (!isGone(failure)) {
                    throw failure;
                }
            }
        }
        return answers.isEmpty()
                ? new Replicas(null, 0, "Nothing answers with version " + version.version() + " yet: " + note + ".")
                : new Replicas(answers.get(0), answers.size(), null);
    }

    /** The replica serves other data sets. */
    static boolean servesOthers(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure cause
                && FailureTypes.MODEL_NOT_SERVED.equals(cause.getType());
    }

    /** It died after it was listed: when it comes back, it reads the alias like any other. */
    static boolean isGone(ActivityFailure failure) {
        return failure.getCause() instanceof TimeoutFailure timeout
                && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
    }
}
