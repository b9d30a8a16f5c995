package io.loanflow.trees.grow;

import java.util.Arrays;

/**
 * The bins of one feature, in ascending order.
 *
 * @param lower per bin, the least value of the data in it
 * @param upper per bin, the greatest value of the data in it
 * @param exact whether each bin holds a single value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
record BinEdges(double[] lower, double[] upper, boolean exact) {

    /**
     * Bins for sorted values: one per distinct value if there are not too many, else bins of equally many distinct values.
     *
     * @param sorted is overwritten
     */
    static BinEdges of(double[] sorted, int maxBins) {
        int distinct = distinct(sorted);
        if (distinct <= maxBins) {
            double[] values = Arrays.copyOf(sorted, distinct);
            return new BinEdges(values, values, true);
        }
        double[] lower = new double[maxBins];
        double[] upper = new double[maxBins];
        for (int bin = 0; bin < maxBins; bin++) {
            lower[bin] = sorted[(int) ((long) bin * distinct / maxBins)];
            upper[bin] = sorted[(int) ((bin + 1L) * distinct / maxBins) - 1];
        }
        return new BinEdges(lower, upper, false);
    }

    /** Moves the distinct values to the front. Both zeros are one value, as a comparison has it. */
    private static int distinct(double[] sorted) {
        int distinct = 1;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return distinct;
    }

    int size() {
        return upper.length;
    }

    /** The bin of a value of the data. */
    int bin(double value) {
        int bin = 0;
        for (int step = Integer.highestOneBit(upper.length); step > 0; step >>= 1) {
            int next = bin + step;
            if (next < upper.length && value > upper[next - 1]) {
                bin = next;
            }
        }
        return bin;
    }

    /** A threshold between two bins that have none but empty bins between them. */
    double threshold(int left, int right) {
        return between(upper[left], lower[right]);
    }

    /** Midway between two values, or the lesser one where no number lies between: never the greater one. */
    static double between(double lesser, double greater) {
        double middle = 0.5 * lesser + 0.5 * greater;
        return (middle >= lesser && middle < greater ? middle : lesser) + 0.0;
    }
}
