/** What each column of a row has to do with its score: exact Shapley values of sums of trees. */
@NullMarked
package io.loanflow.trees.explain;

import org.jspecify.annotations.NullMarked;
