package io.loanflow.worker.pipeline;

import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.failure.ApplicationFailure;
import org.jspecify.annotations.Nullable;

/** The data set that a workflow's input names. */
public final class RequestedDataset {

    private RequestedDataset() {}

    /**
     * @param workflow what was started, for people
     * @param example of its input
     * @throws ApplicationFailure of type {@link FailureTypes#SETTINGS_INVALID} if none is named
     */
    public static String required(@Nullable String given, String workflow, String example) {
        if (given == null || given.isBlank()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The request names no data set. Start the " + workflow + " with an input such as " + example + ".",
                    FailureTypes.SETTINGS_INVALID);
        }
        return given;
    }
}
