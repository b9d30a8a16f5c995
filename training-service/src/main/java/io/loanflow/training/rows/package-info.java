/** One part of the batches in memory. */
@NullMarked
package io.loanflow.training.rows;

import org.jspecify.annotations.NullMarked;
