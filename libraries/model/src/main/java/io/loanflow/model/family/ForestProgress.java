package io.loanflow.model.family;

import io.loanflow.trees.grow.GrowthMonitor;

/** Tells how many trees have grown, and what heap all of them will take. */
final class ForestProgress implements GrowthMonitor {

    /** Most bytes that a node takes at one time: as Tribuo's object, flat, and 300 in the file, twice while it is written. */
    static final long GROWN = 1000;

    /** The same of a forest that is joined: its parts are in memory as files, and read, their leaves are not shared. */
    static final long JOINED = 1500;

    private final Growth growth;
    private final int trees;
    private final long nodeBytes;
    private long grownNodes;
    private int grownTrees;

    /**
     * @param trees of the whole forest, also where some of them grow elsewhere
     * @param nodeBytes {@link #GROWN} or {@link #JOINED}; AdmissionHeapIT holds both
     */
    ForestProgress(Growth growth, int trees, long nodeBytes) {
        this.growth = growth;
        this.trees = trees;
        this.nodeBytes = nodeBytes;
    }

    @Override
    public void grown(int done, int total) {
        growth.treesGrown().accept(done);
    }

    @Override
    public void treeGrown(int nodes) {
        growth.modelBytes().accept(expectedNodes(nodes) * nodeBytes);
    }

    private synchronized long expectedNodes(int nodes) {
        grownNodes += nodes;
        grownTrees++;
        return grownNodes * trees / grownTrees;
    }
}
