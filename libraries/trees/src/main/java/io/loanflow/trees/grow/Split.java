package io.loanflow.trees.grow;

/** The best split of a node found so far. */
final class Split {

    /** Says that the split is by value: its threshold lies within a bin. */
    static final int BY_VALUE = -1;

    private final Impurity impurity;

    private final int minRows;

    private final long[] left;

    private int feature;

    private int bin;

    private double threshold;

    private double score;

    Split(Impurity impurity, int labels, int minRows) {
        this.impurity = impurity;
        this.minRows = minRows;
        this.left = new long[labels];
    }

    void reset() {
        feature = -1;
        score = Double.NEGATIVE_INFINITY;
    }

    /** Whether a split with these sides is better; if so, its sides are taken and {@link #at} must say where it is. */
    boolean improves(long[] leftCounts, int leftRows, long[] rightCounts, int rightRows) {
        if (leftRows < minRows || rightRows < minRows) {
            return false;
        }
        double candidate = impurity.score(leftCounts, rightCounts);
        if (candidate <= score) {
            return false;
        }
        score = candidate;
        System.arraycopy(leftCounts, 0, left, 0, left.length);
        return true;
    }

    /** @param bin the last bin of the left side, or {@link #BY_VALUE} */
    void at(int feature, int bin, double threshold) {
        this.feature = feature;
        this.bin = bin;
        this.threshold = threshold;
    }

    boolean found() {
        return feature >= 0;
    }

    int feature() {
        return feature;
    }

    int bin() {
        return bin;
    }

    double threshold() {
        return threshold;
    }

    /** The counts of the left side, by label. */
    long[] left() {
        return left;
    }
}
