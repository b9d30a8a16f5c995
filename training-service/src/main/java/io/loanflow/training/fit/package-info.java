/** From rows to a model: fitted whole or in parts, calibrated, measured, and put into its folder. */
@NullMarked
package io.loanflow.training.fit;

import org.jspecify.annotations.NullMarked;
