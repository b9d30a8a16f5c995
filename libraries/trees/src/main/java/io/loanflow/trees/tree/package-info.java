/** One decision tree in arrays, whatever it was grown for. */
@NullMarked
package io.loanflow.trees.tree;

import org.jspecify.annotations.NullMarked;
