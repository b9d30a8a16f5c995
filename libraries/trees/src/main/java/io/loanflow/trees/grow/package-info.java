/** Grows the trees of a random forest from columns of numbers. Knows nothing of Tribuo. */
@NullMarked
package io.loanflow.trees.grow;

import org.jspecify.annotations.NullMarked;
