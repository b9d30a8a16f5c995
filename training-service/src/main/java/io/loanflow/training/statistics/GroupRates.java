package io.loanflow.training.statistics;

import java.util.function.ToDoubleBiFunction;

/** How decisions differ between groups of rows. Groups without the rows that a rate needs are left out. */
public final class GroupRates {

    private static final int KINDS = 4;

    /** Of each row: its group, its label and its decision in one number; -1 for a row of no group. */
    private final int[] cells;

    private final int groups;

    /**
     * @param groupOf index of each row's group, -1 for none
     * @param labels 1 for positive rows
     * @param positive whether the row is decided positive
     */
    public GroupRates(int[] groupOf, byte[] labels, boolean[] positive) {
        cells = new int[groupOf.length];
        int most = -1;
        for (int row = 0; row < cells.length; row++) {
            cells[row] = groupOf[row] < 0 ? -1 : KINDS * groupOf[row] + 2 * labels[row] + (positive[row] ? 1 : 0);
            most = Math.max(most, groupOf[row]);
        }
        groups = most + 1;
    }

    /** The lowest group's share of positive decisions, divided by the highest one's: 1 is parity. NaN where nobody is decided positive. */
    public Statistic selectionRatio() {
        return times -> {
            double[] range = range(times, GroupRates::selectionRate);
            return range[0] / range[1];
        };
    }

    /** Largest difference between two groups' shares of positive decisions among their positive rows: 0 is equality. */
    public Statistic opportunityDifference() {
        return times -> {
            double[] range = range(times, GroupRates::truePositiveRate);
            return range[1] - range[0];
        };
    }

    private double[] range(int[] times, ToDoubleBiFunction<long[], Integer> rate) {
        long[] counts = new long[KINDS * groups];
        for (int row = 0; row < cells.length; row++) {
            if (cells[row] >= 0) {
                counts[cells[row]] += times[row];
            }
        }
        double lowest = Double.NaN;
        double highest = Double.NaN;
        for (int group = 0; group < groups; group++) {
            double value = rate.applyAsDouble(counts, KINDS * group);
            if (!Double.isNaN(value)) {
                lowest = value >= lowest ? lowest : value;
                highest = value <= highest ? highest : value;
            }
        }
        return new double[] {lowest, highest};
    }

    private static double selectionRate(long[] counts, int first) {
        long chosen = counts[first + 1] + counts[first + 3];
        return chosen / (double) (chosen + counts[first] + counts[first + 2]);
    }

    private static double truePositiveRate(long[] counts, int first) {
        return counts[first + 3] / (double) (counts[first + 2] + counts[first + 3]);
    }
}
