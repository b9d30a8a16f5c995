package io.loanflow.trees.score;

/**
 * What leaves add to a row's sums.
 *
 * @param values per leaf, what it adds to the sum of the row
 * @param masses per leaf, {@code stride} numbers that it adds one after the other to what the sum is divided by in the end; zeros fill up
 * @param stride 0 where nothing is divided
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
public record LeafAddends(double[] values, double[] masses, int stride) {

    /** Leaves that add a value each. */
    public static LeafAddends of(double[] values) {
        return new LeafAddends(values, new double[0], 0);
    }

    double result(double sum, double total) {
        return stride == 0 ? sum : sum / total;
    }
}
