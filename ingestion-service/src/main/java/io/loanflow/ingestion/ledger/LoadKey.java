package io.loanflow.ingestion.ledger;

/**
 * What makes two loads the same load.
 *
 * @param sha256 of the file's content, 64 lower-case hexadecimal digits
 */
public record LoadKey(String dataset, int definitionVersion, String sha256) {}
