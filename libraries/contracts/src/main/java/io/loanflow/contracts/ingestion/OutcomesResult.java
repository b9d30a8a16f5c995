package io.loanflow.contracts.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * @param decisions that have an outcome
 * @param ingestion what became of them; null where there are none
 */
public record OutcomesResult(long decisions, @Nullable IngestionResult ingestion) {}
