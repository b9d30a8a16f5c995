package io.loanflow.contracts.tuning;

import org.jspecify.annotations.Nullable;

/**
 * How candidates are measured: the training part is cut into folds, each is once left out of the growth and measured on.
 *
 * @param seed of the cut: rows of equal content always fall into the same fold
 * @param patience where trees grow each after the other, a model ends after so many that did not make it better on its fold; null for never
 */
public record Validation(int folds, long seed, @Nullable Integer patience) {}
