package io.loanflow.training.evaluation;

/**
 * How much a model relies on a column: by how much its ROC AUC falls when the column's values are dealt to other rows.
 *
 * @param meanDrop over the repetitions; around 0 for a column that it does not use
 * @param deviation of the drops, as standard deviation
 */
public record ColumnImportance(String column, double meanDrop, double deviation) {}
