package io.loanflow.trees.grow;

/**
 * What decides a forest besides its data. Names and meaning are scikit-learn's where it has the parameter.
 *
 * @param trees {@code n_estimators}
 * @param criterion what a split is chosen by
 * @param maxDepth the most splits between the root and a leaf; {@link Integer#MAX_VALUE} for no limit
 * @param minSamplesSplit a node with fewer distinct rows is a leaf
 * @param minSamplesLeaf a split that leaves fewer distinct rows on a side is not considered
 * @param minImpurityDecrease a node is split only if that lowers the impurity of the whole tree by so much
 * @param maxFeatures how many features are tried at each split
 * @param bootstrap whether each tree sees rows drawn with replacement instead of every row
 * @param maxSamples how many rows are drawn for a tree; all is as many as there are
 * @param classWeight how much the rows of each label count
 * @param maxBins how many values a feature is quantised to at most, 2 to 255
 * @param randomSplits whether the threshold of each tried feature is drawn instead of searched (extremely randomised
 *     trees)
 * @param threads how many trees grow at the same time; has no influence on the forest
 * @param seed what every random choice follows from
 */
public record ForestParameters(
        int trees,
        Criterion criterion,
        int maxDepth,
        int minSamplesSplit,
        int minSamplesLeaf,
        double minImpurityDecrease,
        Portion maxFeatures,
        boolean bootstrap,
        Portion maxSamples,
        ClassWeight classWeight,
        int maxBins,
        boolean randomSplits,
        int threads,
        long seed) {

    /** @throws IllegalArgumentException for a value or combination that makes no sense, with how to mend it */
    public ForestParameters {
        require(trees >= 1, "nEstimators is " + trees + ": give at least 1 tree");
        require(maxDepth >= 1, "maxDepth is " + maxDepth + ": give at least 1, or leave it out for full trees");
        require(minSamplesSplit >= 2, "minSamplesSplit is " + minSamplesSplit + ": give at least 2");
        require(minSamplesLeaf >= 1, "minSamplesLeaf is " + minSamplesLeaf + ": give at least 1");
        require(
                minImpurityDecrease >= 0 && minImpurityDecrease < 1e9,
                "minImpurityDecrease is " + minImpurityDecrease + ": give 0 or a small number such as 0.0001");
        require(maxBins >= 2 && maxBins <= 255, "maxBins is " + maxBins + ": give 2 to 255");
        require(threads >= 1, "threads is " + threads + ": give at least 1, or 0 to the trainer for every processor");
        require(
                maxSamples.kind() != Portion.Kind.SQRT && maxSamples.kind() != Portion.Kind.LOG2,
                "maxSamples is " + maxSamples + ": give all, a share such as 0.5, or a count of rows");
        require(
                bootstrap || maxSamples.equals(Portion.ALL),
                "maxSamples is " + maxSamples + " but bootstrap is off: turn bootstrap on, or leave out maxSamples");
    }

    /** scikit-learn's defaults for a random forest, on every processor. */
    public static ForestParameters defaults(long seed) {
        return new ForestParameters(
                100,
                Criterion.GINI,
                Integer.MAX_VALUE,
                2,
                1,
                0,
                Portion.SQRT,
                true,
                Portion.ALL,
                ClassWeight.NONE,
                255,
                false,
                Runtime.getRuntime().availableProcessors(),
                seed);
    }

    public ForestParameters withTrees(int others) {
        return with(others, seed);
    }

    /** What a trainer's run uses: the seed itself first, then another one for each further run. */
    public ForestParameters invocation(int invocation) {
        return invocation == 0 ? this : with(trees, TreeRandom.derive(seed, invocation));
    }

    private ForestParameters with(int otherTrees, long otherSeed) {
        return new ForestParameters(
                otherTrees,
                criterion,
                maxDepth,
                minSamplesSplit,
                minSamplesLeaf,
                minImpurityDecrease,
                maxFeatures,
                bootstrap,
                maxSamples,
                classWeight,
                maxBins,
                randomSplits,
                threads,
                otherSeed);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
