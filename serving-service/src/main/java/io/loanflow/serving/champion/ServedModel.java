package io.loanflow.serving.champion;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.forest.FlatForest;
import io.loanflow.serving.application.Application;
import io.loanflow.serving.application.ApplicationReader;
import io.loanflow.tracking.Calibration;
import tools.jackson.databind.JsonNode;

/**
 * A registered version with all that predicting takes. Immutable and thread-safe.
 *
 * @param origin of the rows it was trained on
 * @param calibration makes a probability of the forest's score
 * @param threshold smallest probability that is approved
 * @param definition of the data set as it was when the model was trained
 * @param encoder fitted on the training part
 * @param example an application that works, as JSON
 */
public record ServedModel(
        ModelVersionRef version,
        DataOrigin origin,
        Calibration calibration,
        double threshold,
        DatasetDefinition definition,
        ApplicationReader reader,
        FeatureEncoder encoder,
        FlatForest forest,
        JsonNode example) {

    /** The probability of the positive label: Tribuo's own score to the last bit, calibrated. */
    public double probability(Application application) {
        double[] features = new double[forest.featureNames().size()];
        encoder.encode(application.numbers(), application.categories(), features);
        return calibration.probability(forest.score(features));
    }

    public boolean approves(double probability) {
        return probability >= threshold;
    }
}
