package io.loanflow.model.reason;

/**
 * What spoke against a row.
 *
 * @param column of the row
 * @param text as the definition calls it
 * @param contribution below 0: how far the column moved the score, away from the mean of what it is compared with, towards the negative label
 */
public record Reason(String column, String text, double contribution) {}
