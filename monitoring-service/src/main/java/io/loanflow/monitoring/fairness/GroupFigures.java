package io.loanflow.monitoring.fairness;

import io.loanflow.monitoring.performance.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One group, or several small ones together.
 *
 * @param selectionRate share decided positive
 * @param truePositiveRate of those whose outcome is positive, the share decided positive; null of fewer than 30, as the other
 */
public record GroupFigures(
        String group,
        long rows,
        Interval selectionRate,
        @Nullable Interval truePositiveRate,
        @Nullable Interval falsePositiveRate) {}
