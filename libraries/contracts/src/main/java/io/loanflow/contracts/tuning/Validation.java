package io.loanflow.contracts.tuning;

/**
 * How candidates are measured: the training part is cut into folds, each is once left out of the growth and measured on.
 *
 * @param seed of the cut: rows of equal content always fall into the same fold
 */
public record Validation(int folds, long seed) {}
