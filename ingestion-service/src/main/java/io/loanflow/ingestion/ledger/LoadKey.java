package io.loanflow.ingestion.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What makes two loads the same load.
 *
 * @param definitionDigest of definition and expectations, 64 lower-case hexadecimal digits; null of a load older than the digests
 * @param sha256 of the file's content, 64 lower-case hexadecimal digits
 */
public record LoadKey(
        String dataset, int definitionVersion, @Nullable String definitionDigest, String sha256) {}
