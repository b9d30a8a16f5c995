package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.Observation;
import java.util.function.ToDoubleFunction;

/** A figure of one column's values, which must lie within limits. A boolean column counts as 0 and 1, so that its mean is a share. */
final class Figure implements TableMeasure {

    private final int index;
    private final Limits limits;
    private final ToDoubleFunction<Moments> figure;
    private final Moments moments = new Moments();
    private long rows;

    Figure(IndexedColumn column, Limits limits, ToDoubleFunction<Moments> figure) {
        index = column.index();
        this.limits = limits;
        this.figure = figure;
    }

    @Override
    public void add(Row row) {
        rows++;
        if (row.content(index) == Row.Content.VALID) {
            moments.add(row.number(index));
        }
    }

    @Override
    public Finding finish() {
        double value = figure.applyAsDouble(moments);
        if (Double.isNaN(value)) {
            return new Finding(false, Observation.figure(rows, null));
        }
        return new Finding(limits.contains(value), Observation.figure(rows, value));
    }
}
