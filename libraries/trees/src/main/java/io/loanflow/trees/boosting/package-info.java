/** Gradient boosting of trees over binned columns. Knows nothing of Tribuo. */
@NullMarked
package io.loanflow.trees.boosting;

import org.jspecify.annotations.NullMarked;
