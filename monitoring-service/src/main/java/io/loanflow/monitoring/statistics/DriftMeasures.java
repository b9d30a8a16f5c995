package io.loanflow.monitoring.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far two samples of a column are apart. All are 0 where the shares of all cells are equal, and never negative. docs/monitoring.md has
 * the formulas with their sources; SciPy computes the same from the same counts.
 */
public final class DriftMeasures {

    /** Added to each count of both samples where only one has an empty cell, whose logarithm would be infinite (Jeffreys' prior). */
    private static final double SMOOTHING = 0.5;

    private static final int KOLMOGOROV_TERMS = 100;

    private DriftMeasures() {}

    /**
     * Population stability index, Σ (q − p) ln(q / p): the symmetric Kullback-Leibler divergence, in nats. Kullback and Leibler, On
     * Information and Sufficiency (1951), J(1, 2).
     */
    public static double populationStability(Counts counts) {
        int filled = 0;
        boolean empty = false;
        for (int cell = 0; cell < counts.cells(); cell++) {
            if (counts.isFilled(cell)) {
                filled++;
                empty |= counts.reference()[cell] == 0 || counts.current()[cell] == 0;
            }
        }
        double added = empty ? SMOOTHING : 0;
        double reference = counts.referenceSize() + added * filled;
        double current = counts.currentSize() + added * filled;
        double sum = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            if (!counts.isFilled(cell)) {
                continue;
            }
            double p = (counts.reference()[cell] + added) / reference;
            double q = (counts.current()[cell] + added) / current;
            sum += (q - p) * Math.log(q / p);
        }
        return sum;
    }

    /**
     * Jensen-Shannon distance: the square root of the divergence, in bits, so from 0 to 1. Endres and Schindelin, A New Metric for
     * Probability Distributions (2003); {@code scipy.spatial.distance.jensenshannon(p, q, base=2)}.
     */
    public static double jensenShannon(Counts counts) {
        double reference = counts.referenceSize();
        double current = counts.currentSize();
        double sum = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            double p = counts.reference()[cell] / reference;
            double q = counts.current()[cell] / current;
            double middle = (p + q) / 2;
            sum += entropyTerm(p, middle) + entropyTerm(q, middle);
        }
        return Math.sqrt(Math.max(0, sum / 2 / Math.log(2)));
    }

    private static double entropyTerm(double share, double middle) {
        return share == 0 ? 0 : share * Math.log(share / middle);
    }

    /**
     * Wasserstein distance of order 1, ∫ |F − G|, in units of the reference's standard deviation; {@code
     * scipy.stats.wasserstein_distance} of the cells' positions, weighted with the counts.
     *
     * @param positions of the cells, rising
     * @return 0 where the reference has only one value
     */
    public static double wasserstein(Counts counts, double[] positions) {
        double deviation = deviation(counts, positions);
        if (deviation == 0) {
            return 0;
        }
        double n = counts.referenceSize();
        double m = counts.currentSize();
        double difference = 0;
        double distance = 0;
        for (int cell = 0; cell + 1 < counts.cells(); cell++) {
            difference += difference(counts, cell, n, m);
            distance += Math.abs(difference) * (positions[cell + 1] - positions[cell]);
        }
        return distance / deviation;
    }

    private static double deviation(Counts counts, double[] positions) {
        double size = counts.referenceSize();
        double mean = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            mean += counts.reference()[cell] / size * positions[cell];
        }
        double variance = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            double off = positions[cell] - mean;
            variance += counts.reference()[cell] / size * off * off;
        }
        return Math.sqrt(variance);
    }

    /**
     * How much greater the cell's share of the reference is.
     *
     * @param n rows of the reference
     * @param m of the other sample; both are sums of all cells, so they are made once and not for each cell
     */
    private static double difference(Counts counts, int cell, double n, double m) {
        return counts.reference()[cell] / n - counts.current()[cell] / m;
    }

    /** Kolmogorov-Smirnov statistic of two samples, max |F − G|; {@code scipy.stats.ks_2samp} of the cells' positions. */
    public static double kolmogorovSmirnov(Counts counts) {
        double n = counts.referenceSize();
        double m = counts.currentSize();
        double difference = 0;
        double largest = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            difference += difference(counts, cell, n, m);
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    /**
     * The chance of a statistic at least as large where nothing differs, of continuous values and many rows: Kolmogorov's distribution
     * at √(nm/(n+m)) D; {@code scipy.special.kolmogorov}. Of binned values the chance is smaller.
     */
    public static double kolmogorovSmirnovChance(Counts counts) {
        double n = counts.referenceSize();
        double m = counts.currentSize();
        return kolmogorov(Math.sqrt(n * m / (n + m)) * kolmogorovSmirnov(counts));
    }

    private static double kolmogorov(double x) {
        if (x < 0.2) {
            // Below 1 by less than 1e-12, where the series does not converge.
            return 1;
        }
        if (x < 1) {
            return 1 - kolmogorovBelow(x);
        }
        double sum = 0;
        for (int k = 1; k <= KOLMOGOROV_TERMS; k++) {
            double term = Math.exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
        }
        return Math.min(1, Math.max(0, 2 * sum));
    }

    /** The same series by Jacobi's theta function, which converges fast for small arguments. */
    private static double kolmogorovBelow(double x) {
        double sum = 0;
        for (int k = 1; k <= KOLMOGOROV_TERMS; k += 2) {
            sum += Math.exp(-k * k * Math.PI * Math.PI / (8 * x * x));
        }
        return Math.sqrt(2 * Math.PI) / x * sum;
    }

    /**
     * Pearson's χ² of homogeneity of the two samples; {@code scipy.stats.chi2_contingency(…, correction=False)} without the cells that
     * are empty in both.
     */
    public static double chiSquared(Counts counts) {
        double n = counts.referenceSize();
        double m = counts.currentSize();
        double sum = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            double both = counts.reference()[cell] + counts.current()[cell];
            if (both > 0) {
                double expected = both * m / (n + m);
                double off = counts.current()[cell] - expected;
                // Of both samples: they are off by the same, and expected as n to m.
                sum += off * off / expected * (1 + m / n);
            }
        }
        return sum;
    }

    /** The chance of a χ² at least as large where nothing differs and all cells are well filled. */
    public static double chiSquaredChance(Counts counts) {
        int filled = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            filled += counts.isFilled(cell) ? 1 : 0;
        }
        return filled < 2 ? 1 : ChiSquaredDistribution.of(filled - 1.0).survivalProbability(chiSquared(counts));
    }

    /**
     * Anderson-Darling statistic of two samples in cells, nm/(n+m) Σ (F − G)² h / (H (1 − H)), with H the share of both samples below and
     * in a cell and h that in it: sees differences in the middle as well as in the tails. Scholz and Stephens, K-Sample
     * Anderson-Darling Tests (1987), equation 6 for two samples.
     */
    public static double andersonDarling(Counts counts) {
        double n = counts.referenceSize();
        double m = counts.currentSize();
        double difference = 0;
        double below = 0;
        double sum = 0;
        for (int cell = 0; cell + 1 < counts.cells(); cell++) {
            double both = (counts.reference()[cell] + counts.current()[cell]) / (n + m);
            difference += difference(counts, cell, n, m);
            below += both;
            if (below > 0 && below < 1) {
                sum += difference * difference * both / (below * (1 - below));
            }
        }
        return n * m / (n + m) * sum;
    }

    /** The largest cell-wise χ² with one degree of freedom: sees a single value or category that is more frequent than it was. */
    public static double largestCell(Counts counts) {
        double n = counts.referenceSize();
        double m = counts.currentSize();
        double largest = 0;
        for (int cell = 0; cell < counts.cells(); cell++) {
            double both = (counts.reference()[cell] + counts.current()[cell]) / (n + m);
            if (both > 0 && both < 1) {
                double off = difference(counts, cell, n, m);
                largest = Math.max(largest, off * off / (both * (1 - both) * (1 / n + 1 / m)));
            }
        }
        return largest;
    }
}
