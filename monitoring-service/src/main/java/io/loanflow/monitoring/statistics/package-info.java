/** How far two samples of a column differ, from counts alone, and what is due to chance. */
@NullMarked
package io.loanflow.monitoring.statistics;

import org.jspecify.annotations.NullMarked;
