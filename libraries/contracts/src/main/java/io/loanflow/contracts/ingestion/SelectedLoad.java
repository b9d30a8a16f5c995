package io.loanflow.contracts.ingestion;

/**
 * One of the loads that a run learns from.
 *
 * @param loadId key in the ledger of loads and in every row
 * @param rows stored and visible
 * @param sha256 of the content
 */
public record SelectedLoad(long loadId, long rows, String sha256, DataOrigin origin) {}
