package io.loanflow.training.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of the standard normal distribution. */
public final class NormalQuantile {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private NormalQuantile() {}

    /** @param share of the distribution below the answer, above 0 and below 1 */
    public static double of(double share) {
        return STANDARD.inverseCumulativeProbability(share);
    }

    /** How many standard errors a two-sided interval of this confidence reaches to each side. */
    public static double twoSided(double confidence) {
        return of((1 + confidence) / 2);
    }
}
