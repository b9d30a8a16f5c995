/** Kinds of models: their parameters, how they are trained, written and read. */
@NullMarked
package io.loanflow.model.family;

import org.jspecify.annotations.NullMarked;
