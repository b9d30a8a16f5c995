package io.loanflow.featurebatches;

/**
 * One batch as the manifest lists it.
 *
 * @param positives rows whose decision is positive
 * @param bytes stored, compressed
 * @param sha256 of the stored bytes
 */
public record StoredBatch(int rows, int positives, int bytes, String sha256) {}
