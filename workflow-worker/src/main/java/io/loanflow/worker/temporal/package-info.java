/** What the worker sets up on the Temporal server: search attributes and schedules. */
@NullMarked
package io.loanflow.worker.temporal;

import org.jspecify.annotations.NullMarked;
