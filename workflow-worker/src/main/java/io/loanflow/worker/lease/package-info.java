/** Two runs of one data set do not overlap: the later one waits for the lease. */
@NullMarked
package io.loanflow.worker.lease;

import org.jspecify.annotations.NullMarked;
