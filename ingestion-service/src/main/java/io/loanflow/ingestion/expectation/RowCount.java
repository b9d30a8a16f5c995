package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.Observation;

/** The number of rows lies within limits. */
final class RowCount implements TableMeasure {

    private final Limits limits;
    private long rows;

    RowCount(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void add(Row row) {
        rows++;
    }

    @Override
    public Finding finish() {
        return new Finding(limits.contains((double) rows), Observation.figure(rows, (double) rows));
    }
}
