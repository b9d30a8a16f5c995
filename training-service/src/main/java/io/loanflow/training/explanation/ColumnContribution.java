package io.loanflow.training.explanation;

/**
 * How far a column moves scores.
 *
 * @param meanSize mean of the sizes of its contributions, whichever way they go
 */
public record ColumnContribution(String column, double meanSize) {}
