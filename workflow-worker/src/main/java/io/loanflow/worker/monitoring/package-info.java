/** The watch that trains anew by itself. */
@NullMarked
package io.loanflow.worker.monitoring;

import org.jspecify.annotations.NullMarked;
