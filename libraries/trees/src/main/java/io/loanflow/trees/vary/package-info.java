@NullMarked
package io.loanflow.trees.vary;

import org.jspecify.annotations.NullMarked;
