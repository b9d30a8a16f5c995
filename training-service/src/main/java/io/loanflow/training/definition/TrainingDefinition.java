package io.loanflow.training.definition;

import io.loanflow.model.family.Parameters;

/**
 * A data set's {@code training.yaml}.
 *
 * @param parameters of its models, until a tuning finds better ones
 * @param gate when a version may become champion
 */
public record TrainingDefinition(Parameters parameters, TuningDefinition tuning, GateDefinition gate) {}
