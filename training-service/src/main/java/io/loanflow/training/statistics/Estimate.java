package io.loanflow.training.statistics;

/**
 * A number measured on some rows, and how sure it is.
 *
 * @param standardError standard deviation of the number over other rows of the same kind
 * @param lower end of the confidence interval
 * @param upper end of the confidence interval
 * @param confidence of the interval, from 0 to 1, two-sided
 */
public record Estimate(double value, double standardError, double lower, double upper, double confidence) {

    /** An interval as wide as a normal distribution has it. */
    public static Estimate normal(double value, double standardError, double confidence) {
        double reach = NormalQuantile.twoSided(confidence) * standardError;
        return new Estimate(value, standardError, value - reach, value + reach, confidence);
    }
}
