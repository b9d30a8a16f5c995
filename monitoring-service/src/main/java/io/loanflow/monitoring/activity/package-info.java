/** What a workflow asks of monitoring. */
@NullMarked
package io.loanflow.monitoring.activity;

import org.jspecify.annotations.NullMarked;
