package io.loanflow.training.run;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.rows.PartRows;

/**
 * What a model is made of and measured with.
 *
 * @param encoder fitted on the training part
 */
record TrainingData(DatasetDefinition definition, FeatureEncoder encoder, PartRows train, PartRows test) {}
