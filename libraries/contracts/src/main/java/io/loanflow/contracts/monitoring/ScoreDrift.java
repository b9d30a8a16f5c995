package io.loanflow.contracts.monitoring;

/**
 * How far the score of decisions lies from what the model's folder says of held-out rows.
 *
 * @param populationStability index of it
 * @param chance of so large a difference where nothing changed
 * @param threshold of the chance, at and below which it is an alarm
 */
public record ScoreDrift(double populationStability, double chance, double threshold, boolean alarm) {}
