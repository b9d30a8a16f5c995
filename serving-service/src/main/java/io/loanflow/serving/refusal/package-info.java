/** Rows that were refused, counted by reason: no value of them is kept. */
@NullMarked
package io.loanflow.serving.refusal;

import org.jspecify.annotations.NullMarked;
