package io.loanflow.monitoring.decision;

import io.loanflow.contracts.decision.DecisionTable;
import io.loanflow.model.reference.CategoryCounts;
import io.loanflow.model.reference.ColumnCounts;
import io.loanflow.model.reference.NumberCounts;

/**
 * A column of decisions as it is counted.
 *
 * @param expression SQL that names the cell of a decision
 * @param cells how many there are, at most about
 */
public record CountedColumn(String expression, int cells) {

    /** Of one the model learned from: the bin of a number, {@link BinExpression#MISSING} where there is none, or the category. */
    public static CountedColumn of(ColumnCounts column) {
        String stored = DecisionScan.quoted(DecisionTable.columnFor(column.column()));
        return column instanceof NumberCounts bins
                ? numbers(stored, bins)
                : new CountedColumn(stored, ((CategoryCounts) column).counts().size() + 1);
    }

    public static CountedColumn score(NumberCounts bins) {
        return numbers(DecisionTable.SCORE, bins);
    }

    /** That was decided. */
    public static CountedColumn label() {
        return new CountedColumn(DecisionTable.LABEL, 2);
    }

    private static CountedColumn numbers(String column, NumberCounts bins) {
        return new CountedColumn(
                BinExpression.of(column, bins.edges()), bins.counts().size() + 1);
    }
}
