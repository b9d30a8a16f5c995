@NullMarked
package io.loanflow.contracts.reproduction;

import org.jspecify.annotations.NullMarked;
