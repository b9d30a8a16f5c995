package io.loanflow.serving.prediction;

/**
 * An answer, and what it was made of.
 *
 * @param score of the trees, before calibration
 */
public record Answered(Prediction prediction, double score) {}
