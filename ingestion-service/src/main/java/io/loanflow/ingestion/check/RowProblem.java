package io.loanflow.ingestion.check;

/**
 * Why a row was set aside.
 *
 * @param column the column, or several joined by a comma for a condition between columns
 * @param expectation name of the critical expectation that the row does not meet, such as {@code
 *     expect_column_values_to_be_between}
 * @param reason one sentence: what the value is, and what is allowed
 */
public record RowProblem(String column, String expectation, String reason) {}
