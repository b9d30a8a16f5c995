/** Measures loads; run by benchmarks/ingestion/run, not by the build. */
@NullMarked
package io.loanflow.ingestion.benchmark;

import org.jspecify.annotations.NullMarked;
