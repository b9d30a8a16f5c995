package io.loanflow.model.calibration;

/**
 * A logistic curve over the score's log-odds: 1 / (1 + exp(-(slope * log(s / (1 - s)) + intercept))). J. Platt, "Probabilistic
 * Outputs for Support Vector Machines" (1999), on log-odds, so that slope 1 and intercept 0 change nothing but the ends.
 *
 * @param slope above 0
 */
public record PlattScaling(double slope, double intercept) implements Calibration {

    /** Log-odds end here, on both sides: a forest's 0 and 1 say that no tree saw a counter-example, not that there is none. */
    public static final double CLIP = 1e-4;

    public PlattScaling {
        if (!(slope > 0 && Double.isFinite(slope) && Double.isFinite(intercept))) {
            throw new IllegalArgumentException(
                    "Platt scaling needs a slope above 0 and an intercept, has " + slope + " and " + intercept);
        }
    }

    /** What the curve is over: the score's logarithm of the odds, in nats. */
    public static double logOdds(double score) {
        double clipped = Math.min(1 - CLIP, Math.max(CLIP, score));
        return StrictMath.log(clipped / (1 - clipped));
    }

    /** The probability of log-odds: 1 / (1 + exp(-z)). */
    public static double logistic(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    @Override
    public String method() {
        return "platt";
    }

    @Override
    public double probability(double score) {
        return logistic(slope * logOdds(score) + intercept);
    }
}
