@NullMarked
package io.loanflow.forest;

import org.jspecify.annotations.NullMarked;
