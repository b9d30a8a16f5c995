@NullMarked
package io.loanflow.contracts.serving;

import org.jspecify.annotations.NullMarked;
