package io.loanflow.monitoring.fairness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a protected column.
 *
 * @param note what is not shown, and why; null where all is
 * @param parityRatio smallest selection rate by the largest (demographic parity); null of fewer than two groups
 * @param opportunityDifference largest true positive rate less the smallest (equal opportunity); null where fewer than two are known
 */
public record GroupComparison(
        String column,
        List<GroupFigures> groups,
        @Nullable String note,
        @Nullable Double parityRatio,
        @Nullable Double opportunityDifference) {

    public GroupComparison {
        groups = List.copyOf(groups);
    }
}
