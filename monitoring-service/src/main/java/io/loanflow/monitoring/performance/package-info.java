/** How good decisions are: expected from probabilities before anyone knows, and as it came out. */
@NullMarked
package io.loanflow.monitoring.performance;

import org.jspecify.annotations.NullMarked;
