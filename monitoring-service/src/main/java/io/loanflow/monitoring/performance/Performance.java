package io.loanflow.monitoring.performance;

import org.jspecify.annotations.Nullable;

/**
 * What the decisions of a window are worth.
 *
 * @param rows they are measured on
 * @param refusal why they cannot be estimated; null where they are
 * @param auc area under the ROC curve; this and the others null where refused, or where they have no meaning
 * @param logLoss in nats
 */
public record Performance(
        long rows,
        @Nullable String refusal,
        @Nullable Interval auc,
        @Nullable Interval accuracy,
        @Nullable Interval precision,
        @Nullable Interval recall,
        @Nullable Interval logLoss) {

    static Performance refused(long rows, String why) {
        return new Performance(rows, why, null, null, null, null, null);
    }
}
