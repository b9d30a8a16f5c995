/** Scoring rows of numbers by trees. */
@NullMarked
package io.loanflow.trees.score;

import org.jspecify.annotations.NullMarked;
