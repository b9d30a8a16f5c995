package io.loanflow.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows whose score lies in one tenth of the range from 0 to 1.
 *
 * @param meanScore NaN where the bin is empty
 * @param positiveShare how many of them are positive; equal to the mean score if the model is calibrated; NaN where the bin is
 *     empty
 */
public record CalibrationBin(double from, double to, long rows, double meanScore, double positiveShare) {

    private static final int BINS = 10;

    /** All bins in order; 1 belongs to the last one. */
    public static List<CalibrationBin> of(byte[] labels, double[] scores) {
        long[] rows = new long[BINS];
        long[] positives = new long[BINS];
        double[] sums = new double[BINS];
        for (int row = 0; row < labels.length; row++) {
            int bin = Math.min(BINS - 1, (int) (scores[row] * BINS));
            rows[bin]++;
            positives[bin] += labels[row];
            sums[bin] += scores[row];
        }
        List<CalibrationBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            bins.add(new CalibrationBin(
                    bin / (double) BINS,
                    (bin + 1) / (double) BINS,
                    rows[bin],
                    sums[bin] / rows[bin],
                    positives[bin] / (double) rows[bin]));
        }
        return bins;
    }
}
