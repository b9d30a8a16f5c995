/** Boosting beside LightGBM, XGBoost and scikit-learn; run by {@code benchmarks/boosting/run}. */
@NullMarked
package io.loanflow.trees.boosting.benchmark;

import org.jspecify.annotations.NullMarked;
