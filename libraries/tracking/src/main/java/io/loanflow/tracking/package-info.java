@NullMarked
package io.loanflow.tracking;

import org.jspecify.annotations.NullMarked;
