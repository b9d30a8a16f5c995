package io.loanflow.monitoring.statistics;

import java.util.Arrays;

/**
 * Two samples counted over the same cells: bins of a number in rising order, or categories.
 *
 * @param reference how many of the one sample are in each cell; above 0 in all
 * @param current the same of the other
 */
// The arrays are the point; counts are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Counts(long[] reference, long[] current) {

    /** @throws IllegalArgumentException if the samples have other numbers of cells, or one is empty */
    public Counts {
        if (reference.length != current.length) {
            throw new IllegalArgumentException(
                    "the reference has " + reference.length + " cells, the other sample " + current.length);
        }
        if (sum(reference) < 1 || sum(current) < 1) {
            throw new IllegalArgumentException("a sample is empty");
        }
    }

    public int cells() {
        return reference.length;
    }

    public long referenceSize() {
        return sum(reference);
    }

    public long currentSize() {
        return sum(current);
    }

    /** Whether any row of either sample is in the cell. */
    boolean isFilled(int cell) {
        return reference[cell] > 0 || current[cell] > 0;
    }

    private static long sum(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
