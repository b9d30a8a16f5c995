package io.loanflow.trees.boosting;

import java.util.Arrays;

/**
 * The bins of one feature: bin {@code b} has the values above the threshold before it, up to and with {@code thresholds[b]}; the last has
 * the rest. Bins have about equally many rows, but for values that are frequent enough for one of their own. Where values are missing
 * (NaN), these have one more bin at the end.
 *
 * <p>As LightGBM's {@code GreedyFindBin}, so that equal parameters see equal bins.
 */
final class Bins implements Binning {

    /** Fewer rows are not worth a bin. */
    private static final int LEAST_ROWS = 3;

    private final double[] thresholds;

    private final boolean missing;

    private Bins(double[] thresholds, boolean missing) {
        this.thresholds = thresholds;
        this.missing = missing;
    }

    /** @param sorted finite values and then NaN; overwritten */
    static Bins of(double[] sorted, int maxBin, boolean missing) {
        int known = sorted.length;
        while (known > 0 && Double.isNaN(sorted[known - 1])) {
            known--;
        }
        double[] values = known == sorted.length ? sorted : Arrays.copyOf(sorted, known);
        return missing ? new Bins(of(values, maxBin - 1).thresholds, known > 0) : of(values, maxBin);
    }

    static boolean anyMissing(double[] column) {
        for (double value : column) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** @param sorted finite values; overwritten */
    static Bins of(double[] sorted, int maxBin) {
        int[] counts = new int[sorted.length];
        int distinct = distinct(sorted, counts);
        return new Bins(
                distinct <= maxBin
                        ? ofEach(sorted, counts, distinct)
                        : new Greedy(sorted, counts, distinct).bins(maxBin),
                false);
    }

    /** Moves the distinct values to the front and counts them. Both zeros are one value, as a comparison has it. */
    private static int distinct(double[] sorted, int[] counts) {
        int distinct = 0;
        for (double value : sorted) {
            if (distinct == 0 || value != sorted[distinct - 1]) {
                sorted[distinct++] = value;
            }
            counts[distinct - 1]++;
        }
        return distinct;
    }

    private static double[] ofEach(double[] values, int[] counts, int distinct) {
        double[] thresholds = new double[distinct];
        int bins = 0;
        int rows = 0;
        for (int i = 0; i < distinct - 1; i++) {
            rows += counts[i];
            if (rows >= LEAST_ROWS) {
                thresholds[bins++] = between(values[i], values[i + 1]);
                rows = 0;
            }
        }
        return Arrays.copyOf(thresholds, bins);
    }

    @Override
    public int size() {
        return thresholds.length + (missing ? 2 : 1);
    }

    /** Whether the last bin is that of missing values. */
    boolean missing() {
        return missing;
    }

    /** Of a bin but the last one; no number is above that of the last one of numbers. */
    double threshold(int bin) {
        return bin < thresholds.length ? thresholds[bin] : Double.MAX_VALUE;
    }

    @Override
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return size() - 1;
        }
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value > thresholds[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Midway between two values, or the lesser one where no number lies between: never the greater one. */
    private static double between(double lesser, double greater) {
        double middle = 0.5 * lesser + 0.5 * greater;
        return (middle >= lesser && middle < greater ? middle : lesser) + 0.0;
    }

    /** More values than bins. */
    private static final class Greedy {

        private final double[] values;
        private final int[] counts;
        private final int distinct;
        private long restRows;
        private int restBins;
        private double mean;

        Greedy(double[] values, int[] counts, int distinct) {
            this.values = values;
            this.counts = counts;
            this.distinct = distinct;
        }

        double[] bins(int maxBin) {
            long total = Arrays.stream(counts, 0, distinct).asLongStream().sum();
            int most = (int) Math.max(1, Math.min(maxBin, total / LEAST_ROWS));
            boolean[] big = big(total, most);
            double[] thresholds = new double[most];
            int bins = 0;
            long rows = 0;
            for (int i = 0; i < distinct - 1 && bins < most - 1; i++) {
                restRows -= big[i] ? 0 : counts[i];
                rows += counts[i];
                if (big[i] || rows >= mean || (big[i + 1] && rows >= Math.max(1, 0.5 * mean))) {
                    thresholds[bins++] = between(values[i], values[i + 1]);
                    rows = 0;
                    if (!big[i]) {
                        restBins--;
                        mean = restRows / (double) Math.max(1, restBins);
                    }
                }
            }
            return Arrays.copyOf(thresholds, bins);
        }

        /** Values with as many rows as a bin, which get one of their own; the others share what is left. */
        private boolean[] big(long total, int most) {
            double size = total / (double) most;
            boolean[] big = new boolean[distinct];
            restRows = total;
            restBins = most;
            for (int i = 0; i < distinct; i++) {
                if (counts[i] >= size) {
                    big[i] = true;
                    restBins--;
                    restRows -= counts[i];
                }
            }
            mean = restRows / (double) Math.max(1, restBins);
            return big;
        }
    }
}
