@NullMarked
package io.loanflow.contracts.training;

import org.jspecify.annotations.NullMarked;
