package io.loanflow.trees.tribuo;

import org.tribuo.RealInfo;

/** What Tribuo keeps of a feature: count, extremes, mean and squared deviations of the values that are not 0. */
final class ColumnStatistics {

    private ColumnStatistics() {}

    static RealInfo of(String name, double[] column) {
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        for (double value : column) {
            if (value != 0) {
                count++;
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                double deviation = value - mean;
                mean += deviation / count;
                squares += deviation * (value - mean);
            }
        }
        if (count == 0) {
            return new RealInfo(name, 0, 0, 0, 0, 0);
        }
        // Rounding may carry the mean out of the range, and values near the limit of a double overflow: Tribuo refuses
        // both.
        double bounded = Math.max(least, Math.min(greatest, Double.isNaN(mean) ? least : mean));
        return new RealInfo(name, count, greatest, least, bounded, squares >= 0 ? squares : Double.MAX_VALUE);
    }
}
