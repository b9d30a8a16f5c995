/** What the monitoring service does for workflows. */
@NullMarked
package io.loanflow.contracts.monitoring;

import org.jspecify.annotations.NullMarked;
