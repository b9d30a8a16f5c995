package io.loanflow.training.forest;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.forest.grow.ClassWeight;
import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that decides how a forest grows from given rows; names and meaning are scikit-learn's.
 *
 * @param maxDepth the most splits between the root and a leaf
 * @param minSamplesLeaf each side of a split has at least so many rows
 * @param maxFeatures how many features each split may choose from
 * @param maxSamples how many rows are drawn, with replacement, for each tree
 */
public record ForestParameters(
        int trees,
        long seed,
        Criterion criterion,
        int maxDepth,
        int minSamplesLeaf,
        Portion maxFeatures,
        Portion maxSamples) {

    /** A forest's cost and size grow with its trees, its quality hardly beyond some hundreds. */
    public static final int MOST_TREES = 1000;
    /** Deeper than any tree grows. */
    public static final int DEEPEST = 1000;
    /** No sensible leaf has more rows. */
    public static final int LARGEST_LEAF = 1_000_000;

    /**
     * For a data set that says nothing. Leaves of a few rows instead of one keep probabilities from 0 and 1, and the model
     * small.
     */
    public static final ForestParameters GENERAL =
            new ForestParameters(100, 42, Criterion.GINI, 20, 3, Portion.SQRT, Portion.ALL);

    private static final int MAX_BINS = 255;

    /**
     * These parameters, but for what the settings say.
     *
     * @throws SettingsInvalidException if a setting is out of range
     */
    public ForestParameters with(TrainingSettings settings) {
        SettingsCheck check = new SettingsCheck(settings);
        return new ForestParameters(
                check.trees(trees),
                settings.seed() == null ? seed : settings.seed(),
                check.criterion(criterion),
                check.maxDepth(maxDepth),
                check.minSamplesLeaf(minSamplesLeaf),
                check.maxFeatures(maxFeatures),
                check.maxSamples(maxSamples));
    }

    public ForestParameters withTrees(int others) {
        return new ForestParameters(others, seed, criterion, maxDepth, minSamplesLeaf, maxFeatures, maxSamples);
    }

    /** For other modules: complete settings, of which {@link #with} makes these parameters whatever it is called on. */
    public TrainingSettings settings() {
        return new TrainingSettings(
                trees, seed, name(criterion), maxDepth, minSamplesLeaf, maxFeatures.toString(), maxSamples.toString());
    }

    /** For the trainer. */
    io.loanflow.forest.grow.ForestParameters on(int threads) {
        return new io.loanflow.forest.grow.ForestParameters(
                trees,
                criterion,
                maxDepth,
                2 * minSamplesLeaf,
                minSamplesLeaf,
                0,
                maxFeatures,
                true,
                maxSamples,
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
        parameters.put("criterion", name(criterion));
        parameters.put("max_depth", Integer.toString(maxDepth));
        parameters.put("min_samples_leaf", Integer.toString(minSamplesLeaf));
        parameters.put("max_features", maxFeatures.toString());
        parameters.put("max_samples", maxSamples.toString());
        parameters.put("max_bins", Integer.toString(MAX_BINS));
        return parameters;
    }

    static String name(Criterion criterion) {
        return criterion.name().toLowerCase(Locale.ROOT);
    }
}
