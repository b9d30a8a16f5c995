package io.loanflow.training.card;

import io.loanflow.training.evaluation.GroupComparison;
import org.jspecify.annotations.Nullable;

/**
 * The largest differences between the groups of a protected column.
 *
 * @param demographicParity of the shares decided positive; null where no group defines it
 * @param equalOpportunity of these shares among rows with the positive label; null where no group defines it
 */
public record GroupDifferences(
        String column,
        @Nullable Double demographicParity,
        @Nullable Double equalOpportunity) {

    static GroupDifferences of(GroupComparison comparison) {
        return new GroupDifferences(
                comparison.column(),
                known(comparison.demographicParityDifference()),
                known(comparison.equalOpportunityDifference()));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
