@NullMarked
package io.loanflow.contracts.dataset;

import org.jspecify.annotations.NullMarked;
