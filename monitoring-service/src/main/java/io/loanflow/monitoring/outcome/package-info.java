/** What really happened after decisions. */
@NullMarked
package io.loanflow.monitoring.outcome;

import org.jspecify.annotations.NullMarked;
