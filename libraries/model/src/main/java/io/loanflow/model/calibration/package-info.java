/** How a score becomes a probability. */
@NullMarked
package io.loanflow.model.calibration;

import org.jspecify.annotations.NullMarked;
