package io.loanflow.training.evaluation;

import java.util.Arrays;

/**
 * How well scores rank positive rows above negative ones: one point for each distinct score, from the highest down, with the
 * rows that score at least that much. Rows of equal score make one step together, so that their order does not matter.
 */
public final class RankingCurve {

    private final double[] scores;
    private final long[] truePositives;
    private final long[] falsePositives;
    private final int points;
    private final long positives;
    private final long negatives;

    private RankingCurve(double[] positiveScores, double[] negativeScores) {
        Arrays.sort(positiveScores);
        Arrays.sort(negativeScores);
        positives = positiveScores.length;
        negatives = negativeScores.length;
        scores = new double[positiveScores.length + negativeScores.length];
        truePositives = new long[scores.length];
        falsePositives = new long[scores.length];
        points = sweep(positiveScores, negativeScores);
    }

    /** @param scores none of them NaN */
    public static RankingCurve of(byte[] labels, double[] scores) {
        double[] positive = new double[labels.length];
        double[] negative = new double[labels.length];
        int positives = 0;
        int negatives = 0;
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] == 1) {
                positive[positives++] = scores[row];
            } else {
                negative[negatives++] = scores[row];
            }
        }
        return new RankingCurve(Arrays.copyOf(positive, positives), Arrays.copyOf(negative, negatives));
    }

    private int sweep(double[] positive, double[] negative) {
        int found = 0;
        int p = positive.length;
        int n = negative.length;
        while (p > 0 || n > 0) {
            double score = Math.max(top(positive, p), top(negative, n));
            while (top(positive, p) == score && p > 0) {
                p--;
            }
            while (top(negative, n) == score && n > 0) {
                n--;
            }
            scores[found] = score;
            truePositives[found] = (long) positive.length - p;
            falsePositives[found] = (long) negative.length - n;
            found++;
        }
        return found;
    }

    private static double top(double[] ascending, int size) {
        return size == 0 ? Double.NEGATIVE_INFINITY : ascending[size - 1];
    }

    /** Number of distinct scores. */
    public int points() {
        return points;
    }

    /** The point's score; less from point to point. */
    public double score(int point) {
        return scores[point];
    }

    /** Number of positive rows at or above the point's score. */
    public long truePositives(int point) {
        return truePositives[point];
    }

    /** Number of negative rows at or above the point's score. */
    public long falsePositives(int point) {
        return falsePositives[point];
    }

    public long positives() {
        return positives;
    }

    /** Share of the positive rows at or above the point's score; the y axis of the ROC curve, the x axis of precision-recall. */
    public double truePositiveRate(int point) {
        return truePositives[point] / (double) positives;
    }

    /** Share of the negative rows at or above the point's score; the x axis of the ROC curve. */
    public double falsePositiveRate(int point) {
        return falsePositives[point] / (double) negatives;
    }

    /** Share of positive rows among those at or above the point's score. */
    public double precision(int point) {
        return truePositives[point] / (double) (truePositives[point] + falsePositives[point]);
    }

    /**
     * Area under the ROC curve by the trapezoidal rule: the chance that a positive row scores higher than a negative one, ties
     * counting half. Counted in whole numbers, so exact but for one division. NaN unless both classes occur.
     */
    public double rocAuc() {
        if (positives == 0 || negatives == 0) {
            return Double.NaN;
        }
        // In halves, so that trapezoids are whole numbers.
        long area = 0;
        long lastTrue = 0;
        long lastFalse = 0;
        for (int i = 0; i < points; i++) {
            area += (falsePositives[i] - lastFalse) * (truePositives[i] + lastTrue);
            lastTrue = truePositives[i];
            lastFalse = falsePositives[i];
        }
        return area / (2.0 * positives * negatives);
    }

    /**
     * Area under the precision-recall curve as scikit-learn's {@code average_precision_score} has it: precision at each step,
     * weighted by the recall it adds, without interpolation. NaN without a positive row.
     */
    public double averagePrecision() {
        if (positives == 0) {
            return Double.NaN;
        }
        double sum = 0;
        long lastTrue = 0;
        for (int i = 0; i < points; i++) {
            sum += (truePositives[i] - lastTrue) * precision(i);
            lastTrue = truePositives[i];
        }
        return sum / positives;
    }
}
