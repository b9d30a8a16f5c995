package io.loanflow.contracts.serving;

import io.loanflow.contracts.training.ModelVersionRef;

/**
 * @param model the version that answers now
 * @param predictionUrl where predictions are asked for
 * @param seconds waited until it answered
 */
public record ServingResult(ModelVersionRef model, String predictionUrl, double seconds) {}
