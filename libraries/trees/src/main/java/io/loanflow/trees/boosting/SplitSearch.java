package io.loanflow.trees.boosting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the split of a leaf that lowers the loss most: for sums G of first and H of second derivatives a side has the value w = -G / (H +
 * lambdaL2) and lowers twice the loss by -(2 G w + (H + lambdaL2) w<sup>2</sup>) (Chen and Guestrin: XGBoost, KDD 2016, equations 5 to 7).
 * One per thread.
 */
final class SplitSearch {

    /** Beyond it, the parent counts for nothing. */
    private static final double HEAVIEST = 1e100;

    private final FixedPoint numbers;
    private final Shape shape;
    private final Regularization regularization;
    private final int[] monotone;
    private final boolean plain;
    private final boolean anyCategorical;
    private final CategorySets sets;
    private final Gains gainsOfNumbers;
    private final Gains gainsOfSets;

    private long firsts;
    private long seconds;
    private double parentValue;
    private Leaf.Limits limits = Leaf.Limits.NONE;
    private long[] histogram = {};
    private int rows;
    private double first;
    private double second;
    private double parentGain;

    /** Those of what is tried. */
    private Gains gains;

    private double best;
    private BinnedTable.@Nullable Feature feature;
    private int bin;
    private boolean missingLeft;
    private @Nullable BitSet categories;
    private Gains bestGains;
    private long leftFirsts;
    private long leftSeconds;

    /** @param monotone by feature of the table, 1 or -1, or 0 for either way */
    SplitSearch(FixedPoint numbers, BoostingParameters parameters, int[] monotone) {
        this.numbers = numbers;
        shape = parameters.shape();
        regularization = parameters.regularization();
        CategoricalSplits categorical = parameters.categorical();
        sets = new CategorySets(numbers, categorical);
        gainsOfNumbers = new Gains(regularization.lambdaL2(), regularization.lambdaL1());
        gainsOfSets = new Gains(regularization.lambdaL2() + categorical.catL2(), regularization.lambdaL1());
        gains = gainsOfNumbers;
        bestGains = gainsOfNumbers;
        anyCategorical = !categorical.features().isEmpty();
        this.monotone = monotone;
        // Then a side's value is the one of least loss, whose gain has a shorter formula.
        plain = regularization.pathSmooth() == 0 && IntStream.of(monotone).allMatch(direction -> direction == 0);
    }

    void start(Leaf leaf, long[] histogram) {
        firsts = leaf.firsts;
        seconds = leaf.seconds;
        parentValue = leaf.value;
        limits = leaf.limits;
        this.histogram = histogram;
        rows = leaf.rows();
        first = numbers.first(firsts);
        second = numbers.second(seconds);
        parentGain = parentGain();
        best = parentGain + shape.minGainToSplit();
        feature = null;
    }

    /** A set of categories may have given the leaf less than its best value, which is no gain of its next split. */
    private double parentGain() {
        return plain && anyCategorical
                ? gainsOfNumbers.best(first, second)
                : gainsOfNumbers.of(first, second, parentValue);
    }

    /** Tries every border of the bins of a column's features that are allowed. */
    void tryColumn(BinnedTable.Column column, boolean[] allowed) {
        for (BinnedTable.Feature candidate : column.features()) {
            if (allowed[candidate.index()]) {
                tryFeature(candidate, column);
            }
        }
    }

    private void tryFeature(BinnedTable.Feature candidate, BinnedTable.Column column) {
        if (candidate.shares()) {
            tryIndicator(candidate, column.from() + candidate.ownBin());
        } else if (candidate.categorical()) {
            tryCategories(candidate, column);
        } else if (candidate.missing()) {
            tryBordersWithMissing(candidate, column);
        } else {
            tryBorders(candidate, column, 0, 0);
        }
    }

    private void tryIndicator(BinnedTable.Feature candidate, int own) {
        int right = numbers.count(histogram[2 * own + 1]);
        if (right >= shape.minDataInLeaf() && rows - right >= shape.minDataInLeaf()) {
            tryBorder(candidate, 0, firsts - histogram[2 * own], seconds - histogram[2 * own + 1]);
        }
    }

    /** Missing values with those below a border, and then with those above it. */
    private void tryBordersWithMissing(BinnedTable.Feature candidate, BinnedTable.Column column) {
        int missing = 2 * (column.from() + column.size() - 1);
        if (tryBorders(candidate, column, histogram[missing], histogram[missing + 1])) {
            missingLeft = true;
        }
        if (histogram[missing + 1] != 0) {
            tryBorders(candidate, column, 0, 0);
        }
    }

    private void tryCategories(BinnedTable.Feature candidate, BinnedTable.Column column) {
        gains = sets.areSingle(column) ? gainsOfNumbers : gainsOfSets;
        sets.each(column, histogram, rows, (bins, size) -> trySet(candidate, column, bins, size));
        gains = gainsOfNumbers;
    }

    private void trySet(BinnedTable.Feature candidate, BinnedTable.Column column, int[] bins, int size) {
        long left = 0;
        long leftWithCount = 0;
        for (int i = 0; i < size; i++) {
            left += histogram[2 * (column.from() + bins[i])];
            leftWithCount += histogram[2 * (column.from() + bins[i]) + 1];
        }
        int leftRows = numbers.count(leftWithCount);
        boolean enough = leftRows >= shape.minDataInLeaf() && rows - leftRows >= shape.minDataInLeaf();
        if (enough && tryBorder(candidate, 0, left, leftWithCount)) {
            BitSet set = new BitSet();
            Arrays.stream(bins, 0, size).forEach(set::set);
            categories = set;
        }
    }

    /**
     * Tries the borders between bins of numbers.
     *
     * @param missing sums that go left at every border: those of the last bin, or 0 where that is like the others
     * @return whether one is the best so far
     */
    private boolean tryBorders(
            BinnedTable.Feature candidate, BinnedTable.Column column, long missing, long missingWithCount) {
        boolean found = false;
        long left = missing;
        long leftWithCount = missingWithCount;
        int least = shape.minDataInLeaf();
        for (int b = 0; b < column.size() - 1; b++) {
            int at = 2 * (column.from() + b);
            if (histogram[at + 1] != 0) {
                left += histogram[at];
                leftWithCount += histogram[at + 1];
                int leftRows = numbers.count(leftWithCount);
                if (rows - leftRows < least) {
                    return found;
                }
                if (leftRows >= least) {
                    found |= tryBorder(candidate, b, left, leftWithCount);
                }
            }
        }
        return found;
    }

    private boolean tryBorder(BinnedTable.Feature candidate, int border, long leftSum, long leftWithCount) {
        double leftFirst = numbers.first(leftSum);
        double leftSecond = numbers.second(leftWithCount);
        double rightSecond = second - leftSecond;
        if (leftSecond < shape.minSumHessianInLeaf() || rightSecond < shape.minSumHessianInLeaf()) {
            return false;
        }
        double gain = gain(candidate, leftFirst, leftSecond, numbers.count(leftWithCount));
        if (!(gain > best)) {
            return false;
        }
        best = gain;
        bestGains = gains;
        feature = candidate;
        bin = border;
        missingLeft = false;
        categories = null;
        leftFirsts = leftSum;
        leftSeconds = leftWithCount;
        return true;
    }

    private double gain(BinnedTable.Feature candidate, double leftFirst, double leftSecond, int leftRows) {
        double rightFirst = first - leftFirst;
        double rightSecond = second - leftSecond;
        if (plain) {
            return gains.best(leftFirst, leftSecond) + gains.best(rightFirst, rightSecond);
        }
        double left = value(gains, leftFirst, leftSecond, leftRows);
        double right = value(gains, rightFirst, rightSecond, rows - leftRows);
        if (monotone[candidate.index()] * (right - left) < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return gains.of(leftFirst, leftSecond, left) + gains.of(rightFirst, rightSecond, right);
    }

    /** Of a side of the leaf that was started with. */
    private double value(Gains by, double first, double second, int rows) {
        double value = by.value(first, second);
        double smooth = regularization.pathSmooth();
        if (smooth > 0) {
            // Of next to no smoothing it would be infinite.
            double weight = Math.min(HEAVIEST, rows / smooth);
            value = value * weight / (weight + 1) + parentValue / (weight + 1);
        }
        return limits.clamp(value);
    }

    /** Of rows that have no parent to be smoothed towards. */
    double rootValue(double first, double second) {
        return gainsOfNumbers.value(first, second);
    }

    /** The best split of what was tried; null if none is good enough. */
    @Nullable
    Split found() {
        BinnedTable.Feature chosen = feature;
        if (chosen == null) {
            return null;
        }
        double leftFirst = numbers.first(leftFirsts);
        double leftSecond = numbers.second(leftSeconds);
        int leftRows = numbers.count(leftSeconds);
        double left = value(bestGains, leftFirst, leftSecond, leftRows);
        double right = value(bestGains, first - leftFirst, second - leftSecond, rows - leftRows);
        Cut cut = new Cut(bin, missingLeft, categories);
        double lowered = best - parentGain - shape.minGainToSplit();
        return new Split(chosen, cut, lowered, leftFirsts, leftSeconds, left, right);
    }
}
