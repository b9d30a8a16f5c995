package io.loanflow.trees.boosting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The sets of categories that are tried as the left side of a leaf, LightGBM's: of few categories each alone; of many those at either end of
 * their order by the value that they alone would get, in which the best two sides are neighbours (Fisher: On Grouping for Maximum
 * Homogeneity, 1958).
 */
final class CategorySets {

    private final FixedPoint numbers;

    private final CategoricalSplits splits;

    CategorySets(FixedPoint numbers, CategoricalSplits splits) {
        this.numbers = numbers;
        this.splits = splits;
    }

    /** Takes the first so many of some bins. */
    @FunctionalInterface
    interface Trial {
        void take(int[] bins, int size);
    }

    boolean areSingle(BinnedTable.Column column) {
        return column.size() <= splits.maxCatToOnehot();
    }

    /** @param rows of the leaf */
    void each(BinnedTable.Column column, long[] histogram, int rows, Trial trial) {
        if (areSingle(column)) {
            IntStream.range(1, column.size()).forEach(bin -> trial.take(new int[] {bin}, 1));
            return;
        }
        int[] ordered = ordered(column, histogram);
        int[] reversed = new int[ordered.length];
        Arrays.setAll(reversed, i -> ordered[ordered.length - 1 - i]);
        for (int[] bins : new int[][] {ordered, reversed}) {
            int[] counts = Arrays.stream(bins)
                    .map(bin -> count(column, bin, histogram))
                    .toArray();
            eachBeginning(bins, counts, rows, trial);
        }
    }

    private void eachBeginning(int[] bins, int[] counts, int rows, Trial trial) {
        int most = Math.min(splits.maxCatThreshold(), (bins.length + 1) / 2);
        int group = 0;
        int rest = rows;
        for (int size = 1; size <= most; size++) {
            group += counts[size - 1];
            rest -= counts[size - 1];
            if (rest < splits.minDataPerGroup()) {
                return;
            }
            if (group >= splits.minDataPerGroup()) {
                group = 0;
                trial.take(bins, size);
            }
        }
    }

    /** The bins of categories with enough rows. */
    private int[] ordered(BinnedTable.Column column, long[] histogram) {
        return IntStream.range(1, column.size())
                .filter(bin -> count(column, bin, histogram) >= splits.catSmooth())
                .boxed()
                .sorted(Comparator.comparingDouble(bin -> slope(column, bin, histogram)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double slope(BinnedTable.Column column, int bin, long[] histogram) {
        int at = 2 * (column.from() + bin);
        return numbers.first(histogram[at]) / (numbers.second(histogram[at + 1]) + splits.catSmooth());
    }

    private int count(BinnedTable.Column column, int bin, long[] histogram) {
        return numbers.count(histogram[2 * (column.from() + bin) + 1]);
    }
}
