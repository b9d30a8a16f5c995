package io.loanflow.monitoring.alarm;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a statistic is where nothing differs, by its first three moments: a gamma distribution, moved (Pearson's type III), which sums of squares
 * are near to.
 */
public record NullDistribution(double mean, double deviation, double skewness) {

    private static final double SYMMETRIC = 1e-3;

    static NullDistribution of(double[] draws) {
        double mean = 0;
        for (double draw : draws) {
            mean += draw / draws.length;
        }
        double second = 0;
        double third = 0;
        for (double draw : draws) {
            double off = draw - mean;
            second += off * off / draws.length;
            third += off * off * off / draws.length;
        }
        double deviation = Math.sqrt(second);
        return new NullDistribution(mean, deviation, deviation == 0 ? 0 : third / (second * deviation));
    }

    /** The chance of a statistic at least as large, from 0 to 1. */
    double chance(double statistic) {
        if (deviation == 0) {
            return statistic > mean ? 0 : 1;
        }
        double standardised = (statistic - mean) / deviation;
        if (skewness < SYMMETRIC) {
            return NormalDistribution.of(0, 1).survivalProbability(standardised);
        }
        double shape = 4 / (skewness * skewness);
        return GammaDistribution.of(shape, skewness / 2).survivalProbability(standardised + 2 / skewness);
    }
}
