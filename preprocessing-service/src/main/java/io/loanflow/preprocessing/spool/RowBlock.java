package io.loanflow.preprocessing.spool;

/**
 * Some rows, column by column.
 *
 * @param columns arrays that may be longer than the rows
 */
public record RowBlock(double[][] columns, int rows) {}
