package io.loanflow.worker.pipeline;

import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;

/** What people read of a failure. */
public final class FailureReason {

    private FailureReason() {}

    /** The innermost failure's own words: what Temporal wraps around it says which activity, which is said already. */
    public static String of(TemporalFailure failure) {
        Throwable innermost = failure;
        while (innermost.getCause() instanceof TemporalFailure cause) {
            innermost = cause;
        }
        if (innermost instanceof CanceledFailure) {
            return "cancelled";
        }
        return innermost instanceof TemporalFailure temporal && temporal.getOriginalMessage() != null
                ? temporal.getOriginalMessage()
                : String.valueOf(innermost.getMessage());
    }
}
