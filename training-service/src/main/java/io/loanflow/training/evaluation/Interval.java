package io.loanflow.training.evaluation;

/**
 * A measure with the interval that holds 95 of 100 resamples.
 *
 * @param value on the rows themselves
 */
public record Interval(double value, double lower, double upper) {}
