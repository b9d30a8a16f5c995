/** How protected groups fare. */
@NullMarked
package io.loanflow.monitoring.fairness;

import org.jspecify.annotations.NullMarked;
