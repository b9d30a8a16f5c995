package io.loanflow.trees.grow;

/** Hears how far a forest has grown. */
@FunctionalInterface
public interface GrowthMonitor {

    /** Hears nothing. */
    GrowthMonitor SILENT = (done, total) -> {};

    /**
     * Called on the thread that asked for the forest, after each tree and at least every second. An exception ends the
     * growth and reaches the caller, once every thread has stopped.
     *
     * @param done trees that are grown
     * @param total trees to grow
     */
    void grown(int done, int total);

    /**
     * Called on the thread that grew a tree, before it grows another. An exception ends the growth as that of {@link #grown} does.
     *
     * @param nodes of the tree
     */
    default void treeGrown(int nodes) {}
}
