package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.score.TreeScorer;
import java.util.Arrays;

/** Rows one at a time, never the same twice in a row. */
public final class SingleRows {

    private static final int MOST = 20_000;

    private SingleRows() {}

    /** Microseconds that a score takes, over 20,000 rows or all. */
    public static double score(TreeScorer scorer, CsvRows rows) {
        double[][] singles = new double[Math.min(MOST, rows.size())][];
        Arrays.setAll(singles, rows::row);
        double[] sum = new double[1];
        double seconds = Clock.seconds(() -> {
            for (double[] row : singles) {
                sum[0] += scorer.score(row);
            }
        });
        if (!(sum[0] > 0)) {
            throw new IllegalStateException("no row has a positive score");
        }
        return 1e6 * seconds / singles.length;
    }
}
