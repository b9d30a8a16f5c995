package io.loanflow.trees.boosting;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the bins of a feature part.
 *
 * @param bin the last one that goes left; for a feature that shares its column, any: its own bin goes right
 * @param missingLeft whether missing values go left, of a feature that has such
 * @param categories of a categorical feature, the bins that go left, whatever {@code bin} is; else null
 */
record Cut(int bin, boolean missingLeft, @Nullable BitSet categories) {}
