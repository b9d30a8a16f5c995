package io.loanflow.model.whatif;

import org.jspecify.annotations.Nullable;

/**
 * A value that a column might take.
 *
 * @param cell of its feature's cells, see {@link io.loanflow.trees.vary.VariedScores}; 0 where the column has several features
 * @param number of a numeric column, else NaN
 * @param category of another column, else null
 * @param size of the change
 */
record Option(int cell, double number, @Nullable String category, double size) {}
