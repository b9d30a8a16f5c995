package io.loanflow.model.folder;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.calibration.Calibration;
import java.util.Objects;

/**
 * What a model is, in {@link ModelFolder#FACTS}.
 *
 * @param origin of the rows it was trained on; what a synthetic model says must be labelled
 * @param calibration makes a probability of the forest's score
 * @param threshold smallest probability that is decided positive
 * @param digest SHA-256 of the trees
 * @param schemaFingerprint of the feature schema it was trained with
 */
public record ModelFacts(
        String dataset,
        DataOrigin origin,
        Calibration calibration,
        double threshold,
        String digest,
        String schemaFingerprint) {

    public ModelFacts {
        Objects.requireNonNull(calibration, "calibration is missing");
    }
}
