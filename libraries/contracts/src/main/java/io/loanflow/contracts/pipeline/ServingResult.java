package io.loanflow.contracts.pipeline;

/**
 * @param model the version that answers now
 * @param predictionUrl where predictions are asked for
 * @param seconds waited until it answered
 */
public record ServingResult(ModelVersionRef model, String predictionUrl, double seconds) {}
