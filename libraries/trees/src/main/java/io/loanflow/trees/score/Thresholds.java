package io.loanflow.trees.score;

import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.List;

/**
 * The thresholds of trees by column. Values are replaced by their ranks among them once, so that every comparison after that is one of
 * whole numbers.
 *
 * <p>A rank is written above the bits that a column's number takes, with those at zero: a split is its threshold's rank and its column in
 * one number, which is less than a value's rank where the value is above the threshold.
 *
 * @param sorted per column, each once, ascending
 * @param columnBits how many bits the number of a column takes, and of one more that no row has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Thresholds(double[][] sorted, int columnBits) {

    /**
     * Of trees.
     *
     * @param columns by feature of the trees, its column in the rows
     * @param width columns of the rows
     */
    static Thresholds of(List<Tree> trees, int[] columns, int width) {
        double[][] found = new double[width][0];
        int[] sizes = new int[width];
        for (Tree tree : trees) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node)) {
                    int column = columns[tree.feature(node)];
                    if (sizes[column] == found[column].length) {
                        found[column] = Arrays.copyOf(found[column], 2 * sizes[column] + 8);
                    }
                    found[column][sizes[column]++] = tree.threshold(node);
                }
            }
        }
        for (int column = 0; column < width; column++) {
            found[column] = Arrays.stream(found[column], 0, sizes[column])
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return new Thresholds(found, Integer.SIZE - Integer.numberOfLeadingZeros(width));
    }

    int width() {
        return sorted.length;
    }

    /** A split in one number. */
    int split(int column, double threshold) {
        return packed(Arrays.binarySearch(sorted[column], threshold), column);
    }

    /** A leaf in one number: as a split of the column that no row has, whose rank is 0, so that no row goes right. */
    int leaf(int number) {
        return packed(number, width());
    }

    private int packed(int upper, int column) {
        if (upper >= 1 << (Integer.SIZE - 1 - columnBits)) {
            throw new IllegalArgumentException("The model has " + upper + " leaves or thresholds of a column, and with "
                    + width() + " columns it may have " + (1 << (Integer.SIZE - 1 - columnBits))
                    + ": grow smaller or fewer trees");
        }
        return upper << columnBits | column;
    }

    /** The rank of a value: how many of its column's thresholds are below it. */
    int rank(int column, double value) {
        double[] thresholds = sorted[column];
        int size = thresholds.length;
        if (size == 0) {
            return 0;
        }
        int low = 0;
        while (size > 1) {
            int half = size >>> 1;
            low += value > thresholds[low + half - 1] ? half : 0;
            size -= half;
        }
        low += value > thresholds[low] ? 1 : 0;
        return low << columnBits;
    }
}
