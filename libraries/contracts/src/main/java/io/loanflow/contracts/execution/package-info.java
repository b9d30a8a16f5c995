@NullMarked
package io.loanflow.contracts.execution;

import org.jspecify.annotations.NullMarked;
