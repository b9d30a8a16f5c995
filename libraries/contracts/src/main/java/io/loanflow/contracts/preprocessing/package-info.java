@NullMarked
package io.loanflow.contracts.preprocessing;

import org.jspecify.annotations.NullMarked;
