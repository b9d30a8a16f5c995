package io.loanflow.training.statistics;

import java.util.Arrays;

/** Rows from the lowest score up; those of equal score are one step. */
final class ScoreOrder {

    private final int[] rows;
    /** Where each step ends in {@link #rows}, exclusive. */
    private final int[] ends;

    /** @param scores none of them NaN */
    ScoreOrder(double[] scores) {
        double[] distinct = Arrays.stream(scores).sorted().distinct().toArray();
        int[] steps = Arrays.stream(scores)
                .mapToInt(score -> Arrays.binarySearch(distinct, score))
                .toArray();
        ends = new int[distinct.length];
        for (int step : steps) {
            ends[step]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        rows = new int[scores.length];
        int[] next = new int[distinct.length];
        for (int row = 0; row < rows.length; row++) {
            int step = steps[row];
            rows[(step == 0 ? 0 : ends[step - 1]) + next[step]++] = row;
        }
    }

    int steps() {
        return ends.length;
    }

    /** Position of the first row of a step; that after the last one for the number of steps. */
    int start(int step) {
        return step == 0 ? 0 : ends[step - 1];
    }

    int row(int position) {
        return rows[position];
    }
}
