package io.loanflow.contracts.preprocessing;

/**
 * @param testShare of the rows, above 0 and below 1
 * @param seed of the split: the same row and seed always fall on the same side
 */
public record PreprocessingSettings(double testShare, long seed) {

    public static final PreprocessingSettings DEFAULTS = new PreprocessingSettings(0.2, 42);
}
