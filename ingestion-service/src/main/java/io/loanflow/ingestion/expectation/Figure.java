package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.Observation;

/** A figure of one column's values, which must lie within limits. A boolean column counts as 0 and 1, so that its mean is a share. */
final class Figure implements TableMeasure {

    private final int index;
    private final Limits limits;
    private final Statistic statistic;
    private long rows;

    Figure(IndexedColumn column, Limits limits, Statistic statistic) {
        index = column.index();
        this.limits = limits;
        this.statistic = statistic;
    }

    @Override
    public void add(Row row) {
        rows++;
        if (row.isValid(index)) {
            statistic.add(row.number(index));
        }
    }

    /** Not met where there is nothing to compute the figure from. */
    @Override
    public Finding finish() {
        double value = statistic.value();
        return new Finding(limits.contains(value), Observation.figure(rows, Double.isNaN(value) ? null : value));
    }
}
