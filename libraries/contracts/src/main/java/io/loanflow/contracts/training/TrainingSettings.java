package io.loanflow.contracts.training;

import org.jspecify.annotations.Nullable;

/**
 * How a forest grows, with scikit-learn's meaning. What is null is as the data set has it: tuned, or in its {@code
 * training.yaml}.
 *
 * @param trees number of trees
 * @param seed of the forest's random choices
 * @param criterion {@code gini} or {@code entropy}
 * @param maxDepth the most splits between the root and a leaf
 * @param minSamplesLeaf each side of a split has at least so many rows
 * @param maxFeatures that each split may choose from: {@code sqrt}, {@code log2}, {@code all}, a share such as {@code 0.5},
 *     or a count such as {@code 7}
 * @param maxSamples rows drawn for each tree: {@code all}, a share or a count
 */
public record TrainingSettings(
        @Nullable Integer trees,
        @Nullable Long seed,
        @Nullable String criterion,
        @Nullable Integer maxDepth,
        @Nullable Integer minSamplesLeaf,
        @Nullable String maxFeatures,
        @Nullable String maxSamples) {

    /** Everything as the data set has it. */
    public static final TrainingSettings DEFAULTS = new TrainingSettings(null, null, null, null, null, null, null);

    /** A forest of this size and seed, the rest as the data set has it. */
    public static TrainingSettings of(int trees, long seed) {
        return new TrainingSettings(trees, seed, null, null, null, null, null);
    }

    /** These settings, and the others' where these are null. */
    public TrainingSettings orElse(TrainingSettings others) {
        return new TrainingSettings(
                trees == null ? others.trees : trees,
                seed == null ? others.seed : seed,
                criterion == null ? others.criterion : criterion,
                maxDepth == null ? others.maxDepth : maxDepth,
                minSamplesLeaf == null ? others.minSamplesLeaf : minSamplesLeaf,
                maxFeatures == null ? others.maxFeatures : maxFeatures,
                maxSamples == null ? others.maxSamples : maxSamples);
    }

    public TrainingSettings withTrees(int others) {
        return new TrainingSettings(others, seed, criterion, maxDepth, minSamplesLeaf, maxFeatures, maxSamples);
    }
}
