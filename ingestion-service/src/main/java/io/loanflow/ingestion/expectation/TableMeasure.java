package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.Observation;
import java.io.Closeable;
import java.io.IOException;

/** Sees every row that is kept, one after the other, and then says whether an expectation of the table is met. */
public interface TableMeasure extends Closeable {

    void add(Row row) throws IOException;

    /** Called once, after the last row. */
    Finding finish() throws IOException;

    @Override
    default void close() throws IOException {}

    record Finding(boolean success, Observation observation) {}
}
