package io.loanflow.trees.explain;

import io.loanflow.trees.tree.Tree;

/**
 * A tree as its walk from the root down, lesser values first: one entry a node, which says what must be true of a row to come there from
 * the node above. The left child of an entry is its successor; the right one comes after all that is below the left one.
 */
final class Preorder {

    final int size;

    /** How many splits lie above an entry. */
    final int[] level;

    /** The entry above; of the root, -1. */
    final int[] parent;

    /** The place in a row of what the split above looks at, and the group of that place. */
    final int[] place;

    final int[] group;

    final double[] threshold;

    /** 1 where values above the threshold come here, 0 where the others do. */
    final int[] right;

    /** The level of the nearest entry above that is about the same group, or 0. */
    final int[] earlier;

    /** Of the entry's group, which of the path's it is, by where they first come up. */
    final int[] bit;

    /** The entry after all that is below this one: of a left child, its sibling. */
    final int[] end;

    /** How many groups the path from the root is about. */
    final int[] players;

    /** The share that came here of the rows that the tree was grown on and that came to the entry above. */
    final double[] share;

    final boolean[] leaf;

    /** What a leaf adds to the score. */
    final double[] value;

    /**
     * Lays a tree out.
     *
     * @param places by feature of the tree, its place in a row
     * @param groups by place, its group
     */
    Preorder(TreeSum.Term term, int[] places, int[] groups) {
        Tree tree = term.tree();
        size = tree.nodes();
        level = new int[size];
        parent = new int[size];
        place = new int[size];
        group = new int[size];
        threshold = new double[size];
        right = new int[size];
        earlier = new int[size];
        bit = new int[size];
        end = new int[size];
        players = new int[size];
        share = new double[size];
        leaf = new boolean[size];
        value = new double[size];
        int[] nodes = order(tree);
        for (int entry = 0; entry < size; entry++) {
            int node = nodes[entry];
            leaf[entry] = tree.isLeaf(node);
            value[entry] = leaf[entry] ? term.value(node) : 0;
            if (entry > 0) {
                int split = nodes[parent[entry]];
                place[entry] = places[tree.feature(split)];
                threshold[entry] = tree.threshold(split);
                right[entry] = node == tree.left(split) ? 0 : 1;
                share[entry] = share(tree, split, node);
                connect(entry, groups);
            }
        }
        setEnds();
    }

    /** The nodes in the order of the entries; notes each entry's parent. */
    private int[] order(Tree tree) {
        int[] nodes = new int[size];
        int[] waiting = new int[size];
        int[] above = new int[size];
        above[0] = -1;
        int waits = 1;
        for (int entry = 0; waits > 0; entry++) {
            waits--;
            int node = waiting[waits];
            nodes[entry] = node;
            parent[entry] = above[waits];
            if (!tree.isLeaf(node)) {
                waiting[waits] = tree.left(node) + 1;
                above[waits++] = entry;
                waiting[waits] = tree.left(node);
                above[waits++] = entry;
            }
        }
        return nodes;
    }

    /** Where no row came, a row is as likely on one side as on the other. */
    private static double share(Tree tree, int split, int node) {
        int left = tree.left(split);
        long both = (long) tree.cover(left) + tree.cover(left + 1);
        return both == 0 ? 0.5 : (double) tree.cover(node) / both;
    }

    private void connect(int entry, int[] groups) {
        int above = parent[entry];
        level[entry] = level[above] + 1;
        group[entry] = groups[place[entry]];
        while (above > 0 && group[above] != group[entry]) {
            above = parent[above];
        }
        earlier[entry] = level[above];
        int known = players[parent[entry]];
        bit[entry] = above > 0 ? bit[above] : known;
        players[entry] = above > 0 ? known : known + 1;
    }

    private void setEnds() {
        for (int entry = size - 1; entry >= 0; entry--) {
            int left = entry + 1;
            end[entry] = leaf[entry] ? left : end[end[left]];
        }
    }

    /** Whether a value does not lead to an entry: 1 or 0, without a branch. */
    int fails(int entry, double value) {
        return (value > threshold[entry] ? 1 : 0) ^ right[entry];
    }

    /**
     * Marks who does not come to an entry.
     *
     * @param column by row, the value that the split above looks at
     * @param before by row, the groups of the path that it fails above
     * @param failed to set: those and, of a row that fails here, the entry's
     */
    void fail(int entry, double[] column, int[] before, int[] failed) {
        for (int row = 0; row < failed.length; row++) {
            failed[row] = before[row] | fails(entry, column[row]) << bit[entry];
        }
    }

    /** The most splits above a leaf. */
    int depth() {
        return max(level);
    }

    /** The most groups that a path is about. */
    int mostPlayers() {
        return max(players);
    }

    /** Bytes that it holds. */
    long bytes() {
        return 57L * size;
    }

    private static int max(int[] numbers) {
        int most = 0;
        for (int number : numbers) {
            most = Math.max(most, number);
        }
        return most;
    }
}
