/** How good a model is: exact measures on all rows, on slices and on protected groups. */
@NullMarked
package io.loanflow.training.evaluation;

import org.jspecify.annotations.NullMarked;
