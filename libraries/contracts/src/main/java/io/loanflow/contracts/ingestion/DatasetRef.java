package io.loanflow.contracts.ingestion;

/**
 * A complete load of a data set.
 *
 * @param dataset name
 * @param definitionVersion version of the definition it was checked with
 * @param loadId key in the ledger of loads and in every row
 * @param rows stored and visible, without the quarantined ones
 * @param sha256 of the file's content
 */
public record DatasetRef(
        String dataset, int definitionVersion, long loadId, long rows, String sha256, DataOrigin origin) {}
