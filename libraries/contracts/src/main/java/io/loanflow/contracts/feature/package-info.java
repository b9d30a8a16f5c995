@NullMarked
package io.loanflow.contracts.feature;

import org.jspecify.annotations.NullMarked;
