/** Trees as Tribuo's models: trained by its trainers' interface, written and read in its format. */
@NullMarked
package io.loanflow.trees.tribuo;

import org.jspecify.annotations.NullMarked;
