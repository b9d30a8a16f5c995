package io.loanflow.monitoring.performance;

import java.util.List;

/** The usual figures of cells of rows. Rows of one cell count as equal in the ranking. NaN where a figure has no meaning. */
record Figures(double auc, double accuracy, double precision, double recall, double logLoss) {

    /** Keeps the logarithm finite. */
    static final double SMALLEST = 1e-12;

    static Figures of(List<PositiveCounts> cells) {
        return new ScoredCells(cells)
                .figures(cells.stream().mapToDouble(PositiveCounts::positives).toArray());
    }
}
