/** What the rows looked like that a model learned from, as counts: what is watched is held against it. */
@NullMarked
package io.loanflow.model.reference;

import org.jspecify.annotations.NullMarked;
