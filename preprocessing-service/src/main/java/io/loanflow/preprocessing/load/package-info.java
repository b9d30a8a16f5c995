@NullMarked
package io.loanflow.preprocessing.load;

import org.jspecify.annotations.NullMarked;
