/** What a forest is and decides, and what its trees say of the rows they have not seen. Knows nothing of Tribuo. */
@NullMarked
package io.loanflow.trees.forest;

import org.jspecify.annotations.NullMarked;
