@NullMarked
package io.loanflow.preprocessing.split;

import org.jspecify.annotations.NullMarked;
