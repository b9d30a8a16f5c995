/** Growing the forest. */
@NullMarked
package io.loanflow.training.forest;

import org.jspecify.annotations.NullMarked;
