package io.loanflow.monitoring.statistics;

import java.util.random.RandomGenerator;

/** Draws samples of a given distribution, as counts. */
public final class Sampling {

    /** From so many expected on, a binomial count is as good as normal. */
    private static final double MANY = 30;

    private Sampling() {}

    /** How many of {@code size} rows fall into each cell: one binomial draw after the other, each given those before. */
    public static long[] multinomial(double[] shares, long size, RandomGenerator random) {
        long[] counts = new long[shares.length];
        long left = size;
        double remaining = 1;
        for (int cell = 0; cell + 1 < shares.length && left > 0; cell++) {
            double share = remaining <= 0 ? 1 : Math.min(1, shares[cell] / remaining);
            counts[cell] = binomial(left, share, random);
            left -= counts[cell];
            remaining -= shares[cell];
        }
        counts[shares.length - 1] += left;
        return counts;
    }

    public static long binomial(long size, double share, RandomGenerator random) {
        if (share > 0.5) {
            return size - binomial(size, 1 - share, random);
        }
        double mean = size * share;
        if (mean > MANY) {
            double drawn = mean + random.nextGaussian() * Math.sqrt(mean * (1 - share));
            return Math.min(size, Math.max(0, Math.round(drawn)));
        }
        return mean == 0 ? 0 : inverted(size, share, random);
    }

    /** Goes up the distribution function; Kachitvichyanukul and Schmeiser, Binomial Random Variate Generation (1988), algorithm BINV. */
    private static long inverted(long size, double share, RandomGenerator random) {
        double odds = share / (1 - share);
        double chance = Math.exp(size * Math.log1p(-share));
        double left = random.nextDouble();
        long count = 0;
        while (left > chance && count < size) {
            left -= chance;
            count++;
            chance *= odds * (size - count + 1) / count;
        }
        return count;
    }
}
