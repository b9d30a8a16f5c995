package io.loanflow.trees.boosting;

/**
 * What a tree sees of the rows and features. Names and meaning are LightGBM's.
 *
 * @param featureFraction share of the features that are drawn for each tree
 * @param featureFractionByNode share of a tree's features that are drawn for each of its nodes
 * @param baggingFraction share of the rows that are drawn, without replacement
 * @param baggingFreq after how many trees rows are drawn anew; 0 for every row in every tree
 */
public record Sampling(double featureFraction, double featureFractionByNode, double baggingFraction, int baggingFreq) {

    /** LightGBM's defaults: everything. */
    public static final Sampling EVERYTHING = new Sampling(1, 1, 1, 0);

    public Sampling {
        Checks.share("featureFraction", featureFraction);
        Checks.share("featureFractionByNode", featureFractionByNode);
        Checks.share("baggingFraction", baggingFraction);
        Checks.require(
                baggingFreq >= 0,
                "baggingFreq is " + baggingFreq + ": give 0, or after how many trees rows are drawn anew");
        Checks.require(
                baggingFreq > 0 || baggingFraction == 1,
                "baggingFraction is " + baggingFraction
                        + " and baggingFreq 0: give baggingFreq 1 or more, or leave both out");
    }

    boolean bagging() {
        return baggingFreq > 0 && baggingFraction < 1;
    }
}
