package io.loanflow.trees.boosting;

/**
 * How far a tree may grow. Names and meaning are LightGBM's.
 *
 * @param numLeaves the most leaves, at least 2
 * @param maxDepth the most splits between the root and a leaf; {@link Integer#MAX_VALUE} for no limit
 * @param minDataInLeaf a split that leaves fewer rows on a side is not considered
 * @param minSumHessianInLeaf a split that leaves a smaller sum of second derivatives on a side is not considered
 * @param minGainToSplit a split must lower the loss by more than half of this
 */
public record Shape(int numLeaves, int maxDepth, int minDataInLeaf, double minSumHessianInLeaf, double minGainToSplit) {

    /** LightGBM's defaults. */
    public static final Shape DEFAULT = new Shape(31, Integer.MAX_VALUE, 20, 1e-3, 0);

    public Shape {
        Checks.require(numLeaves >= 2, "numLeaves is " + numLeaves + ": give at least 2");
        Checks.require(maxDepth >= 1, "maxDepth is " + maxDepth + ": give at least 1, or leave it out for no limit");
        Checks.require(minDataInLeaf >= 1, "minDataInLeaf is " + minDataInLeaf + ": give at least 1");
        Checks.amount("minSumHessianInLeaf", minSumHessianInLeaf);
        Checks.amount("minGainToSplit", minGainToSplit);
    }
}
