@NullMarked
package io.loanflow.contracts.tuning;

import org.jspecify.annotations.NullMarked;
