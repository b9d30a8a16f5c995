/** The model card of a version: what it is, what it was made of, how good it is and for whom, and what it is not fit for. */
@NullMarked
package io.loanflow.training.card;

import org.jspecify.annotations.NullMarked;
