/** What a data set's {@code training.yaml} says: the parameters of its model, and where better ones are looked for. */
@NullMarked
package io.loanflow.training.definition;

import org.jspecify.annotations.NullMarked;
