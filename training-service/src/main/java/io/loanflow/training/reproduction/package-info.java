/** Makes a registered version once more, to see whether its records tell all that it depends on. */
@NullMarked
package io.loanflow.training.reproduction;

import org.jspecify.annotations.NullMarked;
