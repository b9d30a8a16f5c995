package io.loanflow.trees.forest;

/** How one prediction is made of the predictions of the trees. */
public enum Combination {
    /** One tree, whose prediction is the result. */
    NONE,
    /** A tree gives its weight to its most likely label. */
    VOTING,
    /** A tree spreads its weight over the labels. */
    FULLY_WEIGHTED
}
