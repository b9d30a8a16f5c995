package io.loanflow.trees.explain;

/** A tree that explains rows against reference rows. Whichever way it does so, contributions are the same bits. */
sealed interface ReferenceTree permits TabledTree, WalkedTree {

    /** Adds the tree's contributions. */
    void add(double[] row, double[] contributions, ReferenceWalk walk);

    /** The mean of what the tree adds to the scores of the reference rows. */
    double base();

    /** Bytes that it holds. */
    long bytes();
}
