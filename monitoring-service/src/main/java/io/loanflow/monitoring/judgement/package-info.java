/** Holds a window of decisions against what its model learned from. */
@NullMarked
package io.loanflow.monitoring.judgement;

import org.jspecify.annotations.NullMarked;
