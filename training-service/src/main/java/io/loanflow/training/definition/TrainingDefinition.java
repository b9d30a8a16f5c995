package io.loanflow.training.definition;

import io.loanflow.training.forest.ForestParameters;

/**
 * A data set's {@code training.yaml}.
 *
 * @param parameters of its forest, until a tuning finds better ones
 * @param gate when a version may become champion
 */
public record TrainingDefinition(ForestParameters parameters, TuningDefinition tuning, GateDefinition gate) {}
