package io.loanflow.training.run;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.rows.PartRows;

/**
 * What a model is made of and measured with.
 *
 * @param definitionText of the definition, as it is written
 * @param encoder fitted on the training part
 */
record TrainingData(
        DatasetDefinition definition, String definitionText, FeatureEncoder encoder, PartRows train, PartRows test) {

    TrainingRows trainingRows() {
        return new TrainingRows(definition, train);
    }
}
