package io.loanflow.training.evaluation;

/** How far probabilities are from what happened. NaN without rows. */
public final class ProbabilityLoss {

    /** The distance from 0 and 1 that scikit-learn keeps before it takes a logarithm: 2^-52. */
    private static final double CLIP = Math.ulp(1.0);

    private ProbabilityLoss() {}

    /** Mean negative logarithm of the probability given to what happened, in nats. */
    public static double logLoss(byte[] labels, double[] scores) {
        double sum = 0;
        for (double loss : logLosses(labels, scores)) {
            sum += loss;
        }
        return sum / labels.length;
    }

    /** Of each row: the negative logarithm of the probability given to what happened, in nats. */
    public static double[] logLosses(byte[] labels, double[] scores) {
        double[] losses = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            double clipped = Math.min(1 - CLIP, Math.max(CLIP, scores[row]));
            losses[row] = -Math.log(labels[row] == 1 ? clipped : 1 - clipped);
        }
        return losses;
    }

    /** Mean squared difference between the probability and 0 or 1. */
    static double brier(byte[] labels, double[] scores) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double difference = scores[row] - labels[row];
            sum += difference * difference;
        }
        return sum / labels.length;
    }
}
