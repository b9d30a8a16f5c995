/** The gate between a challenger and the champion. */
@NullMarked
package io.loanflow.training.promotion;

import org.jspecify.annotations.NullMarked;
