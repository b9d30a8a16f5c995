package io.loanflow.trees.boosting;

/**
 * What holds leaf values back. Names and meaning are LightGBM's.
 *
 * @param lambdaL1 taken off the size of a leaf's sum of first derivatives
 * @param lambdaL2 added to a leaf's sum of second derivatives
 * @param pathSmooth a leaf of n rows moves towards its parent's value as if the parent had this many rows; 0 for not at all
 */
public record Regularization(double lambdaL1, double lambdaL2, double pathSmooth) {

    /** LightGBM's defaults: none. */
    public static final Regularization NONE = new Regularization(0, 0, 0);

    public Regularization {
        Checks.amount("lambdaL1", lambdaL1);
        Checks.amount("lambdaL2", lambdaL2);
        Checks.amount("pathSmooth", pathSmooth);
    }
}
