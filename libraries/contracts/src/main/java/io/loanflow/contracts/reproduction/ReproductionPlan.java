package io.loanflow.contracts.reproduction;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingSettings;

/**
 * What a version was made of.
 *
 * @param rows the load and its split
 * @param settings all of them, as the run recorded them
 */
public record ReproductionPlan(ModelVersionRef version, PreprocessingRequest rows, TrainingSettings settings) {}
