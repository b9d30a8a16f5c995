package io.loanflow.preprocessing.split;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.SplitRule;
import io.loanflow.preprocessing.load.CategoryCodes;
import java.util.Optional;

/** The groups of rows that a data set is not to be split within: those of one value of a column. For one thread. */
public final class Groups {

    /** Numbers of groups that travel with the rows: far more than there are folds, so that rows of two that share one do no harm. */
    private static final int NUMBERS = 1 << 16;

    private final RowHash hash;
    private final int column;

    private Groups(CategoryCodes categories, int column, long seed) {
        this.column = column;
        hash = RowHash.ofColumn(categories, column, seed);
    }

    /** Empty of a data set without groups. */
    public static Optional<Groups> of(DatasetDefinition definition, CategoryCodes categories, long seed) {
        SplitRule rule = definition.split();
        return rule == null || rule.kind() != SplitRule.Kind.GROUP
                ? Optional.empty()
                : Optional.of(
                        new Groups(categories, definition.columns().indexOf(definition.column(rule.column())), seed));
    }

    /** Position of the column. */
    public int column() {
        return column;
    }

    /** Whether a row is of a group: a missing value is none. */
    boolean has(double[] values) {
        return !Double.isNaN(values[column]);
    }

    /** Of a row's group and the seed. */
    long hashOf(double[] values) {
        return hash.of(values);
    }

    /** A number, from 0, that is the same for all rows of a group; empty for a row of none. */
    public String numberOf(double value) {
        return Double.isNaN(value) ? "" : Long.toString(Long.remainderUnsigned(hash.ofValue(value), NUMBERS));
    }
}
