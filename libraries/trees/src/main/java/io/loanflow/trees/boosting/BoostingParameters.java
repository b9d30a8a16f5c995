package io.loanflow.trees.boosting;

import io.loanflow.trees.grow.TreeRandom;
import java.util.Map;

/**
 * What decides a boosted model besides its data. Names and meaning are LightGBM's where it has the parameter.
 *
 * @param trees {@code n_estimators}
 * @param learningRate what each tree's values are multiplied by
 * @param shape how far trees grow
 * @param regularization what holds leaf values back
 * @param sampling what each tree sees
 * @param monotone by feature, 1 where the score must not fall as the feature rises, -1 where it must not rise
 * @param categorical which features are categories, and how they are split
 * @param maxBin how many values a feature is quantised to at most, 2 to 1,023
 * @param seed what every random choice follows from
 */
public record BoostingParameters(
        int trees,
        double learningRate,
        Shape shape,
        Regularization regularization,
        Sampling sampling,
        Map<String, Integer> monotone,
        CategoricalSplits categorical,
        int maxBin,
        long seed) {

    /** Bins of more columns than fit a byte take two. */
    static final int MOST_BINS = 1023;

    /** @throws IllegalArgumentException for a value or combination that makes no sense, with how to mend it */
    public BoostingParameters {
        Checks.require(trees >= 1, "trees is " + trees + ": give at least 1");
        Checks.require(
                learningRate > 0 && learningRate <= 1,
                "learningRate is " + learningRate + ": give a number above 0 and up to 1");
        Checks.require(maxBin >= 2 && maxBin <= MOST_BINS, "maxBin is " + maxBin + ": give 2 to " + MOST_BINS);
        monotone = Map.copyOf(monotone);
        CategoryChecks.noDirection(categorical, monotone);
        monotone.forEach((feature, direction) -> Checks.require(
                direction == 1 || direction == -1,
                "monotone has " + direction + " for " + feature + ": give 1 or -1, or leave the feature out"));
    }

    /** Of numbers only. */
    public BoostingParameters(
            int trees,
            double learningRate,
            Shape shape,
            Regularization regularization,
            Sampling sampling,
            Map<String, Integer> monotone,
            int maxBin,
            long seed) {
        this(trees, learningRate, shape, regularization, sampling, monotone, CategoricalSplits.NONE, maxBin, seed);
    }

    /** LightGBM's defaults. */
    public static BoostingParameters defaults(long seed) {
        return new BoostingParameters(
                100, 0.1, Shape.DEFAULT, Regularization.NONE, Sampling.EVERYTHING, Map.of(), 255, seed);
    }

    /** What a trainer's run uses: the seed itself first, then another one for each further run. */
    public BoostingParameters invocation(int invocation) {
        return invocation == 0 ? this : withSeed(TreeRandom.derive(seed, invocation));
    }

    private BoostingParameters withSeed(long other) {
        return new BoostingParameters(
                trees, learningRate, shape, regularization, sampling, monotone, categorical, maxBin, other);
    }

    public BoostingParameters with(CategoricalSplits others) {
        return new BoostingParameters(
                trees, learningRate, shape, regularization, sampling, monotone, others, maxBin, seed);
    }
}
