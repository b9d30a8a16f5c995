package io.loanflow.training.statistics;

import java.util.Arrays;

/** A statistic on the rows themselves and on many draws of them. */
public final class Draws {

    private final double observed;
    private final double[] ascending;

    /** @param drawn NaN where a draw did not define the statistic */
    Draws(double observed, double[] drawn) {
        this.observed = observed;
        this.ascending = Arrays.stream(drawn)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** NaN where the rows do not define the statistic. */
    public double observed() {
        return observed;
    }

    /**
     * The percentile interval of the draws, moved so that their mean is what was observed: what rows drawn twice add to a square or a
     * maximum is no property of the model. NaN where hardly a draw defines the statistic.
     */
    public Estimate estimate(double confidence) {
        if (ascending.length < 2 || Double.isNaN(observed)) {
            return new Estimate(observed, Double.NaN, Double.NaN, Double.NaN, confidence);
        }
        double mean = Arrays.stream(ascending).average().orElseThrow();
        double squares = Arrays.stream(ascending)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double shift = observed - mean;
        double tail = (1 - confidence) / 2;
        return new Estimate(
                observed,
                Math.sqrt(squares / (ascending.length - 1)),
                percentile(tail) + shift,
                percentile(1 - tail) + shift,
                confidence);
    }

    private double percentile(double share) {
        return ascending[(int) Math.round(share * (ascending.length - 1))];
    }
}
