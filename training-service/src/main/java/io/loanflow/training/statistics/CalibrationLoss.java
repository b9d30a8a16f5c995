package io.loanflow.training.statistics;

/**
 * What wrong probabilities add to the Brier score: the mean squared distance between the mean probability and the share of positive rows
 * over bins of as many rows each. What chance adds to that in each bin is taken off, so that it is 0 on average for a calibrated model
 * (J. Bröcker: Estimating reliability and resolution of probability forecasts, 2012; A. Kumar et al.: Verified uncertainty calibration,
 * 2019), and may be a little below.
 */
public final class CalibrationLoss implements Statistic {

    private static final int BINS = 15;

    private final byte[] labels;
    private final double[] probabilities;
    private final int[] bins;

    /** @param probabilities of the positive label, one a row, none of them NaN */
    public CalibrationLoss(byte[] labels, double[] probabilities) {
        this.labels = labels;
        this.probabilities = probabilities;
        this.bins = bins(probabilities);
    }

    /** Rows of equal probability share a bin. */
    private static int[] bins(double[] probabilities) {
        ScoreOrder order = new ScoreOrder(probabilities);
        int[] bins = new int[probabilities.length];
        for (int step = 0; step < order.steps(); step++) {
            int bin = (int) ((long) order.start(step) * BINS / probabilities.length);
            for (int position = order.start(step); position < order.start(step + 1); position++) {
                bins[order.row(position)] = bin;
            }
        }
        return bins;
    }

    @Override
    public double of(int[] times) {
        double[] rows = new double[BINS];
        double[] positives = new double[BINS];
        double[] sums = new double[BINS];
        double all = 0;
        for (int row = 0; row < labels.length; row++) {
            rows[bins[row]] += times[row];
            positives[bins[row]] += times[row] * labels[row];
            sums[bins[row]] += times[row] * probabilities[row];
            all += times[row];
        }
        double loss = 0;
        for (int bin = 0; bin < BINS; bin++) {
            loss += rows[bin] < 2 ? 0 : rows[bin] * squaredDistance(rows[bin], positives[bin], sums[bin]);
        }
        return loss / all;
    }

    private static double squaredDistance(double rows, double positives, double sum) {
        double share = positives / rows;
        double distance = sum / rows - share;
        return distance * distance - share * (1 - share) / (rows - 1);
    }
}
