/** What follows from alarms, by policy. */
@NullMarked
package io.loanflow.monitoring.followup;

import org.jspecify.annotations.NullMarked;
