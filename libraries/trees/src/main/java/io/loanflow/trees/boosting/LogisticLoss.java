package io.loanflow.trees.boosting;

/** The negative logarithm of the likelihood of labels 0 and 1, whose probability is the logistic function of the score. */
final class LogisticLoss {

    /** Beyond it, a probability is 0 or 1 for every purpose. */
    private static final double HIGHEST = 700;

    private final FixedPoint numbers;
    private final int[] labels;
    private final double[] scores;
    private final long[] derivatives;

    LogisticLoss(int[] labels, FixedPoint numbers) {
        this.numbers = numbers;
        this.labels = labels;
        scores = new double[labels.length];
        derivatives = new long[labels.length];
    }

    /** The score of no tree: with it alone, the probability is the share of label 1. */
    double initialScore() {
        long ones = 0;
        for (int label : labels) {
            ones += label;
        }
        return StrictMath.log((double) ones / (labels.length - ones));
    }

    /** By row, see {@link FixedPoint}. */
    long[] derivatives() {
        return derivatives;
    }

    /** Gives rows their first score. */
    void start(int from, int to, double bias) {
        for (int row = from; row < to; row++) {
            add(row, bias);
        }
    }

    /** Moves the scores of rows {@code order[from..to)} by one value, and works out their derivatives anew. */
    void add(int[] order, int from, int to, double value) {
        for (int i = from; i < to; i++) {
            add(order[i], value);
        }
    }

    void add(int row, double value) {
        double score = scores[row] + value;
        scores[row] = score;
        double probability = probability(score);
        derivatives[row] = numbers.pack(probability - labels[row], probability * (1 - probability));
    }

    /** Of one row, in nats; the same bits on every platform. */
    static double of(int label, double score) {
        return linear(label, score) + StrictMath.log1p(rest(score));
    }

    /** A row's loss is this and ln(1 + {@link #rest}). */
    static double linear(int label, double score) {
        return Math.max(0, label == 1 ? -score : score);
    }

    static double rest(double score) {
        return Exponential.of(-Math.min(HIGHEST, Math.abs(score)));
    }

    static double probability(double score) {
        return 1 / (1 + Exponential.of(Math.max(-HIGHEST, Math.min(HIGHEST, -score))));
    }
}
