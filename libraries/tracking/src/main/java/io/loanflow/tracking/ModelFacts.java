package io.loanflow.tracking;

import io.loanflow.contracts.pipeline.DataOrigin;

/**
 * What a model is, in {@link ModelFolder#FACTS}.
 *
 * @param origin of the rows it was trained on; what a synthetic model says must be labelled
 * @param threshold smallest probability that is decided positive
 * @param digest SHA-256 of the trees
 * @param schemaFingerprint of the feature schema it was trained with
 */
public record ModelFacts(
        String dataset, DataOrigin origin, double threshold, String digest, String schemaFingerprint) {}
