package io.loanflow.preprocessing.fit;

import io.loanflow.preprocessing.spool.RowSpool;

/**
 * Of the values of a column that are not missing.
 *
 * @param deviation of the population; 1 where all values are equal, so that dividing by it is safe
 */
record ColumnStatistics(double mean, double deviation) {

    /** Two passes, which lose no digits where the mean is large and the deviation small. */
    static ColumnStatistics of(RowSpool rows, int column, long values) {
        double[] sum = new double[2];
        rows.forEachValue(column, value -> sum[0] += value);
        double mean = sum[0] / values;
        rows.forEachValue(column, value -> sum[1] += (value - mean) * (value - mean));
        double deviation = Math.sqrt(sum[1] / values);
        return new ColumnStatistics(mean, deviation > 0 ? deviation : 1);
    }
}
