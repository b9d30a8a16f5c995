/** Measurements that benchmarks/monitoring runs; no build does. */
@NullMarked
package io.loanflow.monitoring.benchmark;

import org.jspecify.annotations.NullMarked;
