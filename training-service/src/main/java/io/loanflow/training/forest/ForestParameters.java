package io.loanflow.training.forest;

import io.loanflow.contracts.pipeline.TrainingSettings;
import io.loanflow.forest.grow.ClassWeight;
import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that decides how a forest grows from given rows; names and meaning are scikit-learn's.
 *
 * @param maxDepth the most splits between the root and a leaf
 * @param minSamplesLeaf each side of a split has at least so many rows
 * @param maxFeatures share of the features that each split may choose from, above 0 and at most 1
 */
public record ForestParameters(int trees, long seed, int maxDepth, int minSamplesLeaf, double maxFeatures) {

    /** A forest's cost and size grow with its trees, its quality hardly beyond some hundreds. */
    static final int MOST_TREES = 1000;

    private static final int MAX_DEPTH = 16;
    private static final int MIN_SAMPLES_LEAF = 6;
    private static final double MAX_FEATURES = 0.5;
    private static final int MAX_BINS = 255;

    /** @throws SettingsInvalidException if the settings are out of range */
    public static ForestParameters of(TrainingSettings settings) {
        if (settings.trees() < 1 || settings.trees() > MOST_TREES) {
            throw new SettingsInvalidException("training.trees must be from 1 to " + MOST_TREES + ", is "
                    + settings.trees() + ". Leave training out for the default of " + TrainingSettings.DEFAULTS.trees()
                    + ".");
        }
        return new ForestParameters(settings.trees(), settings.seed(), MAX_DEPTH, MIN_SAMPLES_LEAF, MAX_FEATURES);
    }

    /** For the trainer. */
    io.loanflow.forest.grow.ForestParameters on(int threads) {
        return new io.loanflow.forest.grow.ForestParameters(
                trees,
                Criterion.ENTROPY,
                maxDepth,
                2 * minSamplesLeaf,
                minSamplesLeaf,
                0,
                Portion.share(maxFeatures),
                true,
                Portion.ALL,
                ClassWeight.NONE,
                MAX_BINS,
                false,
                threads,
                seed);
    }

    /** Names and values, as a run shows them. */
    public Map<String, String> described() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("algorithm", "histogram random forest");
        parameters.put("n_estimators", Integer.toString(trees));
        parameters.put("seed", Long.toString(seed));
        parameters.put("criterion", "entropy");
        parameters.put("max_depth", Integer.toString(maxDepth));
        parameters.put("min_samples_leaf", Integer.toString(minSamplesLeaf));
        parameters.put("max_features", Double.toString(maxFeatures));
        parameters.put("max_bins", Integer.toString(MAX_BINS));
        return parameters;
    }
}
