package io.loanflow.training.card;

import org.jspecify.annotations.Nullable;

/**
 * A measure with its 95 % bootstrap interval.
 *
 * @param value on the rows themselves
 * @param lower null where rows of one label only cannot be drawn from
 * @param upper null where {@code lower} is
 */
public record Interval(
        double value, @Nullable Double lower, @Nullable Double upper) {}
