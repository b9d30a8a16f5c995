package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Reading;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The bins of a categorical feature: bin 0 has missing values and categories that are too rare or were not seen, which never go left; each
 * other one has one category, the most frequent first. As LightGBM's, so that equal parameters see equal bins.
 */
final class CategoryBins implements Binning {

    /** Rare categories share bin 0 unless it would have more than the rest of the rows. */
    private static final double SHARE_WITH_BINS = 0.99f;

    private static final int LEAST_ROWS = 3;

    /** By category; 0 where it has none of its own. */
    private final int[] bins;

    /** By bin; the first means nothing. */
    private final int[] categories;

    private CategoryBins(int[] categories) {
        this.categories = categories;
        bins = new int[Arrays.stream(categories).max().orElse(0) + 1];
        for (int bin = 1; bin < categories.length; bin++) {
            bins[categories[bin]] = bin;
        }
    }

    /** @param values whole numbers from 0 to below {@link Reading#CATEGORIES}, or NaN */
    static CategoryBins of(double[] values, int maxBin) {
        int[] counts = new int[Reading.CATEGORIES];
        int known = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
                known++;
            }
        }
        int[] byCount = IntStream.range(0, counts.length)
                .filter(category -> counts[category] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(category -> -counts[category]))
                .mapToInt(Integer::intValue)
                .toArray();
        int kept = kept(byCount, counts, Math.rint(known * SHARE_WITH_BINS), maxBin);
        return new CategoryBins(IntStream.concat(IntStream.of(0), Arrays.stream(byCount, 0, kept))
                .toArray());
    }

    private static int kept(int[] byCount, int[] counts, double enough, int maxBin) {
        int most = Math.min(byCount.length, maxBin);
        int kept = 0;
        int rows = 0;
        while (kept < byCount.length && (rows < enough || kept + 1 < most)) {
            if (counts[byCount[kept]] < LEAST_ROWS && kept > 1) {
                break;
            }
            rows += counts[byCount[kept]];
            kept++;
        }
        return kept;
    }

    @Override
    public int size() {
        return categories.length;
    }

    @Override
    public int bin(double value) {
        return value >= 0 && value < bins.length ? bins[(int) value] : 0;
    }

    /** The categories of some bins. */
    BitSet categories(BitSet someBins) {
        BitSet some = new BitSet();
        someBins.stream().forEach(bin -> some.set(categories[bin]));
        return some;
    }
}
