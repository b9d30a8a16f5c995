package io.loanflow.model.reference;

/**
 * Held-out rows of similar probability, and what they were: shows whether probabilities mean what they say.
 *
 * @param rows at least one
 * @param expected sum of their probabilities
 * @param positives how many have the positive label
 */
public record ProbabilityBin(long rows, double expected, long positives) {}
