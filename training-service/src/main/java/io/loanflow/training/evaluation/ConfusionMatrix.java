package io.loanflow.training.evaluation;

/**
 * Decisions counted by what was right. Ratios follow scikit-learn: 0 where there is nothing to divide by. Rates are NaN
 * there, since a group without such rows has no rate.
 */
public record ConfusionMatrix(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /** @param threshold smallest score that is decided positive */
    public static ConfusionMatrix of(byte[] labels, double[] scores, double threshold) {
        long[] counts = new long[4];
        for (int row = 0; row < labels.length; row++) {
            int decided = scores[row] >= threshold ? 1 : 0;
            counts[2 * labels[row] + decided]++;
        }
        return new ConfusionMatrix(counts[3], counts[1], counts[0], counts[2]);
    }

    public long rows() {
        return positives() + negatives();
    }

    public long positives() {
        return truePositives + falseNegatives;
    }

    public long negatives() {
        return trueNegatives + falsePositives;
    }

    public double accuracy() {
        return ratio(truePositives + trueNegatives, rows());
    }

    public double precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    public double recall() {
        return ratio(truePositives, positives());
    }

    public double f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** Share of the rows that is decided positive. */
    public double selectionRate() {
        return rate(truePositives + falsePositives, rows());
    }

    /** Share of the positive rows that is decided positive. */
    public double truePositiveRate() {
        return rate(truePositives, positives());
    }

    /** Share of the negative rows that is decided positive. */
    public double falsePositiveRate() {
        return rate(falsePositives, negatives());
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    private static double rate(long part, long whole) {
        return whole == 0 ? Double.NaN : part / (double) whole;
    }
}
