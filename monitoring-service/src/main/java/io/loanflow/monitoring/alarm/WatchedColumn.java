package io.loanflow.monitoring.alarm;

import io.loanflow.monitoring.statistics.Counts;
import java.util.Arrays;

/**
 * A column and what it is held against.
 *
 * @param positions of the cells, rising; empty for categories, which have no order
 * @param reference how many rows of the reference are in each cell
 */
// The arrays are the point; columns are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record WatchedColumn(String name, double[] positions, long[] reference) {

    public boolean ordered() {
        return positions.length > 0;
    }

    public long referenceSize() {
        return Arrays.stream(reference).sum();
    }

    public Counts against(long[] current) {
        return new Counts(reference, current);
    }
}
