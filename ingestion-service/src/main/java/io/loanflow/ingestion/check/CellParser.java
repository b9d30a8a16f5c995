package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;

/** Reads the field of one column into the row: valid, or invalid with its flaw. The field is not empty. */
interface CellParser {

    void parse(char[] buffer, int from, int length, Row row);
}
