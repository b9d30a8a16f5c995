package io.loanflow.trees.grow;

/** What a split is chosen by. */
public enum Criterion {
    /** The chance that two rows drawn from a node have different labels. */
    GINI,
    /** Shannon entropy of the labels, in bits. */
    ENTROPY
}
