/** Where Temporal calls in. */
@NullMarked
package io.loanflow.training.activity;

import org.jspecify.annotations.NullMarked;
