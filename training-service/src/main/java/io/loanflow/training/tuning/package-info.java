/** Looking for better parameters of a data set's model, on its training part only. */
@NullMarked
package io.loanflow.training.tuning;

import org.jspecify.annotations.NullMarked;
