package io.loanflow.serving.champion;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.pipeline.DataOrigin;
import io.loanflow.contracts.pipeline.ModelVersionRef;
import io.loanflow.forest.FlatForest;
import io.loanflow.serving.application.Application;
import io.loanflow.serving.application.ApplicationReader;
import tools.jackson.databind.JsonNode;

/**
 * A registered version with all that predicting takes. Immutable and thread-safe.
 *
 * @param origin of the rows it was trained on
 * @param threshold smallest probability that is approved
 * @param definition of the data set as it was when the model was trained
 * @param encoder fitted on the training part
 * @param example an application that works, as JSON
 */
public record ServedModel(
        ModelVersionRef version,
        DataOrigin origin,
        double threshold,
        DatasetDefinition definition,
        ApplicationReader reader,
        FeatureEncoder encoder,
        FlatForest forest,
        JsonNode example) {

    /** The probability of the positive label, equal to Tribuo's own to the last bit. */
    public double probability(Application application) {
        double[] features = new double[forest.featureNames().size()];
        encoder.encode(application.numbers(), application.categories(), features);
        return forest.score(features);
    }

    public boolean approves(double probability) {
        return probability >= threshold;
    }
}
