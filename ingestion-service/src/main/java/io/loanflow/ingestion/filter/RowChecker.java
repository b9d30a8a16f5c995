package io.loanflow.ingestion.filter;

import io.loanflow.ingestion.expectation.Row;

/** A test of rows whose columns are known by their place. */
@FunctionalInterface
interface RowChecker {
    Answer of(Row row);
}
