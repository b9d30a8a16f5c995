package io.loanflow.training.rows;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;

/**
 * What a model is made of and measured with.
 *
 * @param definitionText of the definition, as it is written
 * @param encoder fitted on the training part
 */
public record TrainingData(
        DatasetDefinition definition, String definitionText, FeatureEncoder encoder, PartRows train, PartRows test) {

    public TrainingRows trainingRows() {
        return new TrainingRows(definition, train);
    }
}
