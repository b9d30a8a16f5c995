package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Tree;

/**
 * Brings rows to the leaves of one tree after the other: all rows of a node at once, each side's moved together, so that nothing has to be
 * foretold. For thousands of rows that is several times as fast as one walk a row.
 */
final class Descent {

    private final double[][] columns;
    private final int[] order;
    private final int[] lefts;
    private final int[] rights;
    private int[] begins = {};
    private int[] ends = {};

    /** @param columns by the tree's number of the feature */
    Descent(double[][] columns, int rows) {
        this.columns = columns;
        order = new int[rows];
        lefts = new int[rows];
        rights = new int[rows];
    }

    /** Hears of the rows that came to a leaf: {@code order[from..to)}. */
    interface Arrival {
        void at(int leaf, int[] order, int from, int to);
    }

    void down(Tree tree, Arrival arrival) {
        if (begins.length < tree.nodes()) {
            begins = new int[tree.nodes()];
            ends = new int[tree.nodes()];
        }
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        begins[0] = 0;
        ends[0] = order.length;
        // Children come after their parent.
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.isLeaf(node)) {
                arrival.at(node, order, begins[node], ends[node]);
            } else {
                int left = tree.left(node);
                int middle = part(begins[node], ends[node], columns[tree.feature(node)], tree.threshold(node));
                begins[left] = begins[node];
                ends[left] = middle;
                begins[left + 1] = middle;
                ends[left + 1] = ends[node];
            }
        }
    }

    private int part(int from, int to, double[] column, double threshold) {
        int left = from;
        int right = from;
        for (int i = from; i < to; i++) {
            int row = order[i];
            lefts[left] = row;
            rights[right] = row;
            int goesRight = column[row] > threshold ? 1 : 0;
            right += goesRight;
            left += 1 - goesRight;
        }
        System.arraycopy(lefts, from, order, from, left - from);
        System.arraycopy(rights, from, order, left, to - left);
        return left;
    }
}
