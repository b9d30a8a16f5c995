package io.loanflow.trees.boosting;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the split of a leaf that lowers the loss most: for sums G of first and H of second derivatives a side has the value w = -G / (H +
 * lambdaL2) and lowers twice the loss by -(2 G w + (H + lambdaL2) w<sup>2</sup>) (Chen and Guestrin: XGBoost, KDD 2016, equations 5 to 7).
 * One per thread.
 */
final class SplitSearch {

    private final FixedPoint numbers;
    private final Shape shape;
    private final Regularization regularization;
    private final int[] monotone;
    private final boolean plain;

    private long firsts;
    private long seconds;
    private double parentValue;
    private Leaf.Limits limits = Leaf.Limits.NONE;
    private long[] histogram = {};
    private int rows;
    private double first;
    private double second;

    private double best;
    private BinnedTable.@Nullable Feature feature;
    private int bin;
    private long leftFirsts;
    private long leftSeconds;

    /** @param monotone by feature of the table, 1 or -1, or 0 for either way */
    SplitSearch(FixedPoint numbers, Shape shape, Regularization regularization, int[] monotone) {
        this.numbers = numbers;
        this.shape = shape;
        this.regularization = regularization;
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
        best = gain(first, second, parentValue) + shape.minGainToSplit();
        feature = null;
    }

    /** Tries every border of the bins of a column's features that are allowed. */
    void tryColumn(BinnedTable.Column column, boolean[] allowed) {
        for (BinnedTable.Feature candidate : column.features()) {
            if (allowed[candidate.index()]) {
                if (candidate.shares()) {
                    tryIndicator(candidate, column.from() + candidate.ownBin());
                } else {
                    tryBorders(candidate, column);
                }
            }
        }
    }

    private void tryIndicator(BinnedTable.Feature candidate, int own) {
        int right = numbers.count(histogram[2 * own + 1]);
        if (right >= shape.minDataInLeaf() && rows - right >= shape.minDataInLeaf()) {
            tryBorder(candidate, 0, firsts - histogram[2 * own], seconds - histogram[2 * own + 1]);
        }
    }

    private void tryBorders(BinnedTable.Feature candidate, BinnedTable.Column column) {
        long left = 0;
        long leftWithCount = 0;
        int least = shape.minDataInLeaf();
        for (int b = 0; b < column.size() - 1; b++) {
            int at = 2 * (column.from() + b);
            if (histogram[at + 1] != 0) {
                left += histogram[at];
                leftWithCount += histogram[at + 1];
                int leftRows = numbers.count(leftWithCount);
                if (rows - leftRows < least) {
                    return;
                }
                if (leftRows >= least) {
                    tryBorder(candidate, b, left, leftWithCount);
                }
            }
        }
    }

    private void tryBorder(BinnedTable.Feature candidate, int border, long leftSum, long leftWithCount) {
        double leftFirst = numbers.first(leftSum);
        double leftSecond = numbers.second(leftWithCount);
        double rightSecond = second - leftSecond;
        if (leftSecond < shape.minSumHessianInLeaf() || rightSecond < shape.minSumHessianInLeaf()) {
            return;
        }
        double gain = gain(candidate, leftFirst, leftSecond, numbers.count(leftWithCount));
        if (gain > best) {
            best = gain;
            feature = candidate;
            bin = border;
            leftFirsts = leftSum;
            leftSeconds = leftWithCount;
        }
    }

    private double gain(BinnedTable.Feature candidate, double leftFirst, double leftSecond, int leftRows) {
        double rightFirst = first - leftFirst;
        double rightSecond = second - leftSecond;
        if (plain) {
            return square(leftFirst) / (leftSecond + regularization.lambdaL2())
                    + square(rightFirst) / (rightSecond + regularization.lambdaL2());
        }
        double left = value(leftFirst, leftSecond, leftRows);
        double right = value(rightFirst, rightSecond, rows - leftRows);
        if (monotone[candidate.index()] * (right - left) < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return gain(leftFirst, leftSecond, left) + gain(rightFirst, rightSecond, right);
    }

    private double square(double first) {
        double shrunk = shrunk(first);
        return shrunk * shrunk;
    }

    private double gain(double first, double second, double value) {
        return -(2 * shrunk(first) * value + (second + regularization.lambdaL2()) * value * value);
    }

    private double shrunk(double first) {
        double lambda = regularization.lambdaL1();
        return lambda == 0 ? first : Math.signum(first) * Math.max(0, Math.abs(first) - lambda);
    }

    /** Of a side of the leaf that was started with. */
    private double value(double first, double second, int rows) {
        double value = rootValue(first, second);
        double smooth = regularization.pathSmooth();
        if (smooth > 0) {
            double weight = rows / smooth;
            value = value * weight / (weight + 1) + parentValue / (weight + 1);
        }
        return limits.clamp(value);
    }

    /** Of rows that have no parent to be smoothed towards. */
    double rootValue(double first, double second) {
        return -shrunk(first) / (second + regularization.lambdaL2());
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
        return new Split(
                chosen,
                bin,
                best - gain(first, second, parentValue) - shape.minGainToSplit(),
                leftFirsts,
                leftSeconds,
                value(leftFirst, leftSecond, leftRows),
                value(first - leftFirst, second - leftSecond, rows - leftRows));
    }
}
