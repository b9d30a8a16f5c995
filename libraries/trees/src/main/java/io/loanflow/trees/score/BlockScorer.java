package io.loanflow.trees.score;

import java.util.Arrays;

/**
 * Scores some rows together, tree by tree: all of them through the tree's top ({@link TreeTops}), and from its exits on those that have not
 * come to a leaf, two steps at a time. Nothing is asked that the processor would have to guess: a step is an addition, and which rows go on
 * shows in how far the list of them grows.
 *
 * <p>One block; not thread-safe.
 */
final class BlockScorer {

    private final FlatTrees trees;
    private final TreeTops tops;
    private final double[] sums;
    private final double[] totals;

    private final int[][] ranksByColumn;
    private final int[] ranksByRow;
    private final int mask;
    private final int[] bits;

    /** By row, where it is in the tree. */
    private final int[] nodes;

    /** The rows that have not come to a leaf. */
    private final int[] walking;

    BlockScorer(FlatTrees trees, TreeTops tops, int rows) {
        this.trees = trees;
        this.tops = tops;
        this.sums = new double[rows];
        this.totals = new double[rows];
        this.ranksByColumn = new int[trees.thresholds().width()][rows];
        this.ranksByRow = new int[tops.whole() ? 0 : trees.ranksOfRow() * rows];
        this.mask = trees.mask();
        this.bits = new int[rows];
        this.nodes = new int[rows];
        this.walking = new int[rows];
    }

    /** Says what a column has in the rows. */
    void put(int column, double[] values, int from) {
        int[] ranks = ranksByColumn[column];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = trees.thresholds().rank(column, values[from + row]);
        }
        if (!tops.whole()) {
            for (int row = 0; row < ranks.length; row++) {
                ranksByRow[row * trees.ranksOfRow() + column] = ranks[row];
            }
        }
    }

    /**
     * Scores the rows.
     *
     * @param start the sum of no tree
     */
    double[] score(double start) {
        Arrays.fill(sums, start);
        for (int tree = 0; tree < trees.size(); tree++) {
            tops.strike(tree, ranksByColumn, bits);
            for (int row = 0; row < nodes.length; row++) {
                nodes[row] = tops.exit(tree, bits[row]);
            }
            if (!tops.whole()) {
                walk();
            }
            addLeaves();
        }
        for (int row = 0; row < sums.length; row++) {
            sums[row] = trees.leaves().result(sums[row], totals[row]);
        }
        return sums;
    }

    private void walk() {
        Arrays.setAll(walking, row -> row);
        int left = walking.length;
        while (left > 0) {
            left = walk(left);
        }
    }

    /** @return how many rows have not come to a leaf */
    private int walk(int rows) {
        long[] all = trees.nodes();
        int width = trees.ranksOfRow();
        int left = 0;
        for (int i = 0; i < rows; i++) {
            int row = walking[i];
            int node = FlatTrees.step(all, nodes[row], ranksByRow, row * width, mask);
            int next = FlatTrees.step(all, node, ranksByRow, row * width, mask);
            nodes[row] = next;
            walking[left] = row;
            // 1 where they differ.
            left += (node - next | next - node) >>> 31;
        }
        return left;
    }

    private void addLeaves() {
        LeafAddends leaves = trees.leaves();
        for (int row = 0; row < sums.length; row++) {
            int leaf = trees.number(nodes[row]);
            for (int mass = leaf * leaves.stride(); mass < (leaf + 1) * leaves.stride(); mass++) {
                totals[row] += leaves.masses()[mass];
            }
            sums[row] += leaves.values()[leaf];
        }
    }
}
