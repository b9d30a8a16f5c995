/** From scores to probabilities and decisions, both fitted on scores that the model gave to rows it had not seen. */
@NullMarked
package io.loanflow.training.calibration;

import org.jspecify.annotations.NullMarked;
