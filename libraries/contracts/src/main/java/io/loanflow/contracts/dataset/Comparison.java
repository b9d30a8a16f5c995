package io.loanflow.contracts.dataset;

import java.util.Arrays;
import java.util.Optional;

/** How two values with an order stand to one another. */
public enum Comparison {
    EQUAL("="),
    UNEQUAL("!="),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String written;

    Comparison(String written) {
        this.written = written;
    }

    static Optional<Comparison> of(String written) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.written.equals(written))
                .findFirst();
    }

    /** Whether it is about nothing but being the same or not. */
    boolean isOfSameness() {
        return this == EQUAL || this == UNEQUAL;
    }

    /** True where this one is false. */
    Comparison negated() {
        return switch (this) {
            case EQUAL -> UNEQUAL;
            case UNEQUAL -> EQUAL;
            case BELOW -> AT_LEAST;
            case AT_MOST -> ABOVE;
            case ABOVE -> AT_MOST;
            case AT_LEAST -> BELOW;
        };
    }

    /** @param order of the two values: below 0 where the first is the lesser, 0 where they are equal */
    public boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
