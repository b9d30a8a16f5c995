package io.loanflow.worker.pipeline;

import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;

/** Waits until every replica of serving that lives answers with a version. */
record Replicas(ServingResult serving, int answering) {

    /**
     * @throws ActivityFailure if one of them refuses it, or is not done in time
     * @throws ApplicationFailure if none lives any more
     */
    static Replicas await(ModelVersionRef version) {
        List<Promise<ServingResult>> waiting = new ArrayList<>();
        for (String replica : ReleaseSteps.replicas()) {
            waiting.add(ReleaseSteps.awaitOn(replica, version));
        }
        List<ServingResult> answers = new ArrayList<>();
        for (Promise<ServingResult> one : waiting) {
            try {
                answers.add(one.get());
            } catch (ActivityFailure failure) {
                if (!isGone(failure)) {
                    throw failure;
                }
            }
        }
        if (answers.isEmpty()) {
            throw ApplicationFailure.newNonRetryableFailure("no replica of serving lives any more", "Outage");
        }
        return new Replicas(answers.get(0), answers.size());
    }

    /** It died after it was listed: when it comes back, it reads the alias like any other. */
    private static boolean isGone(ActivityFailure failure) {
        return failure.getCause() instanceof TimeoutFailure timeout
                && timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
    }
}
