/** What chance alone does to a window, and what is beyond it. */
@NullMarked
package io.loanflow.monitoring.alarm;

import org.jspecify.annotations.NullMarked;
