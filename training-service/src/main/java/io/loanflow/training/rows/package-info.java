/** The rows that a model is made of and measured with, read from their batches; refused where they do not fit the heap. */
@NullMarked
package io.loanflow.training.rows;

import org.jspecify.annotations.NullMarked;
