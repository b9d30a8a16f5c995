package io.loanflow.contracts.preprocessing;

/**
 * Encoded rows in the cache.
 *
 * @param keyPrefix of every key; equal prefixes mean equal loads, settings and encoder
 * @param trainBatches number of record batches of the training part
 * @param testBatches number of record batches of the test part
 * @param schemaFingerprint of the {@link io.loanflow.contracts.feature.FeatureSchema}
 * @param sha256 over the batches in order, training part first
 */
public record FeatureBatches(
        String keyPrefix,
        int trainBatches,
        int testBatches,
        long trainRows,
        long testRows,
        String schemaFingerprint,
        String sha256) {}
