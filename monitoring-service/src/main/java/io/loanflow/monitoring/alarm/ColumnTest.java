package io.loanflow.monitoring.alarm;

import io.loanflow.monitoring.statistics.Counts;
import io.loanflow.monitoring.statistics.DriftMeasures;
import java.util.List;

/** The statistics that a column is tested by. */
public enum ColumnTest {
    /** A number that moved as a whole, in its spread or in its tails. */
    ANDERSON_DARLING,
    /** A single value or category that became more frequent, such as the one that stands for a missing one. */
    LARGEST_CELL,
    /** A mix of categories. */
    CHI_SQUARED;

    double statistic(Counts counts) {
        return switch (this) {
            case ANDERSON_DARLING -> DriftMeasures.andersonDarling(counts);
            case LARGEST_CELL -> DriftMeasures.largestCell(counts);
            case CHI_SQUARED -> DriftMeasures.chiSquared(counts);
        };
    }

    static List<ColumnTest> of(WatchedColumn column) {
        return column.ordered() ? List.of(ANDERSON_DARLING, LARGEST_CELL) : List.of(CHI_SQUARED, LARGEST_CELL);
    }
}
