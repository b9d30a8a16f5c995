@NullMarked
package io.loanflow.contracts.release;

import org.jspecify.annotations.NullMarked;
