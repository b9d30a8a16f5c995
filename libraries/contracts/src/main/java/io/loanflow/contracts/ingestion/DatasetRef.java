package io.loanflow.contracts.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * A complete load of a data set.
 *
 * @param dataset name
 * @param definitionVersion version of the definition it was checked with
 * @param definitionDigest SHA-256 of that definition and its expectations, by which the ledger keeps them; null in the history of a
 *     run that is older than the digests
 * @param loadId key in the ledger of loads and in every row
 * @param rows stored and visible, without the quarantined ones
 * @param sha256 of the file's content
 */
public record DatasetRef(
        String dataset,
        int definitionVersion,
        @Nullable String definitionDigest,
        long loadId,
        long rows,
        String sha256,
        DataOrigin origin) {}
