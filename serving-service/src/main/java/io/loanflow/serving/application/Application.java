package io.loanflow.serving.application;

import org.jspecify.annotations.Nullable;

/**
 * The feature columns of one valid application, in the definition's order, as the encoder takes them.
 *
 * <p>Arrays, not copied: made once by {@link ApplicationReader}, read once by the encoder.
 */
public final class Application {

    private final double[] numbers;
    private final @Nullable String[] categories;

    Application(double[] numbers, @Nullable String[] categories) {
        this.numbers = numbers;
        this.categories = categories;
    }

    /** The number in each numeric column; NaN where it is missing. */
    public double[] numbers() {
        return numbers;
    }

    /** The category in each other column; null where it is missing. */
    public @Nullable String[] categories() {
        return categories;
    }
}
