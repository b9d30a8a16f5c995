/** Two runs of one data set do not overlap: they work one after the other, in the order in which they came. */
@NullMarked
package io.loanflow.worker.lease;

import org.jspecify.annotations.NullMarked;
