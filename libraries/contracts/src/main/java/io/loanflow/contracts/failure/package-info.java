@NullMarked
package io.loanflow.contracts.failure;

import org.jspecify.annotations.NullMarked;
