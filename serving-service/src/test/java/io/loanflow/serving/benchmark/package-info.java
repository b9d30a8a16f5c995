/** Run by {@code benchmarks/serving/run}. */
@NullMarked
package io.loanflow.serving.benchmark;

import org.jspecify.annotations.NullMarked;
