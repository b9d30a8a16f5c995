package io.loanflow.training.definition;

import io.loanflow.model.family.Parameters;

/**
 * A data set's {@code training.yaml}.
 *
 * @param parameters of its models, until a tuning finds better ones
 */
public record TrainingDefinition(Parameters parameters, TuningDefinition tuning) {}
