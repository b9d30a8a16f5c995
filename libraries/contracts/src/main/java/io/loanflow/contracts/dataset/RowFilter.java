package io.loanflow.contracts.dataset;

/**
 * Which rows of a file belong to the data set: those of which the test is true.
 *
 * @param where as it is written
 */
public record RowFilter(String where, RowTest test) {}
