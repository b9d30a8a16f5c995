/** Fitting, scoring and loading beside scikit-learn; run by {@code benchmarks/forest/run}. */
@NullMarked
package io.loanflow.trees.forest.benchmark;

import org.jspecify.annotations.NullMarked;
