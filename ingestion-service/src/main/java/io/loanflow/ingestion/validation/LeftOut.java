package io.loanflow.ingestion.validation;

/**
 * Rows of a file that the definition says are none of the data set's.
 *
 * @param where true of the rows that are kept, as the definition writes it
 * @param rows of which it is not true
 */
public record LeftOut(String where, long rows) {}
