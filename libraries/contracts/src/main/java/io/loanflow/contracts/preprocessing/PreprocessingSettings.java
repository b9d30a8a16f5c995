package io.loanflow.contracts.preprocessing;

import org.jspecify.annotations.Nullable;

/**
 * What is left out has its default.
 *
 * @param testShare of the rows, above 0 and below 1
 * @param seed of the split: the same row and seed always fall on the same side
 */
public record PreprocessingSettings(Double testShare, Long seed) {

    public static final PreprocessingSettings DEFAULTS = new PreprocessingSettings(null, null);

    /** @param testShare null for a fifth */
    public PreprocessingSettings(@Nullable Double testShare, @Nullable Long seed) {
        this.testShare = testShare == null ? 0.2 : testShare;
        this.seed = seed == null ? 42 : seed;
    }

    public PreprocessingSettings(double testShare, long seed) {
        this(Double.valueOf(testShare), Long.valueOf(seed));
    }
}
