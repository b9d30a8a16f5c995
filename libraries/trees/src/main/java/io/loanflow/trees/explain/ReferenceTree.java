package io.loanflow.trees.explain;

/** A tree that explains rows against reference rows. Whichever way it does so, contributions are the same bits. */
sealed interface ReferenceTree permits TabledTree, WalkedTree {

    /** Adds the tree's contributions. */
    void add(double[] row, double[] contributions, ReferenceWalk walk);

    /**
     * Adds the tree's contributions to many rows.
     *
     * @param rows the same as the columns, one after the other
     * @param columns by place and row
     * @param contributions by row
     */
    default void addAll(double[][] rows, double[][] columns, double[][] contributions, ReferenceWalk walk) {
        for (int row = 0; row < rows.length; row++) {
            add(rows[row], contributions[row], walk);
        }
    }

    /** The mean of what the tree adds to the scores of the reference rows. */
    double base();

    /** Bytes that it holds. */
    long bytes();
}
