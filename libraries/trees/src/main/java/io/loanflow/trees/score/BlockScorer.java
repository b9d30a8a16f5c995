package io.loanflow.trees.score;

import java.util.Arrays;

/**
 * Scores many rows together. Each tree is walked once from the root down, and at each split the rows that have come there are
 * divided among its sides, so that a step of a row is an addition and no jump that the processor must guess.
 *
 * <p>One block; not thread-safe.
 */
final class BlockScorer {

    private final FlatTrees trees;

    private final double[][] columns;

    private final int from;

    private final double[] scores;

    private final double[] totals;

    /** The rows of the block; those of a node lie next to each other. */
    private final int[] rows;

    private final int[] spare;

    /** Right children that wait, each as node, first row and end of rows. */
    private int[] waiting = new int[3 * 64];

    /**
     * For the rows from {@code from} to below {@code to}.
     *
     * @param scores where the results go, indexed by row
     */
    BlockScorer(FlatTrees trees, double[][] columns, int from, int to, double[] scores) {
        this.trees = trees;
        this.columns = columns;
        this.from = from;
        this.scores = scores;
        this.totals = new double[to - from];
        this.rows = new int[to - from];
        this.spare = new int[to - from];
    }

    void score() {
        for (int root : trees.roots()) {
            // In their order again, so that the first nodes read the columns from one end to the other.
            Arrays.setAll(rows, i -> from + i);
            walk(root);
        }
        for (int i = 0; i < totals.length; i++) {
            scores[from + i] /= totals[i];
        }
    }

    private void walk(int root) {
        int depth = push(0, root, 0, rows.length);
        while (depth > 0) {
            depth -= 3;
            int node = waiting[depth];
            int start = waiting[depth + 1];
            int end = waiting[depth + 2];
            while (start < end && !trees.isLeaf(node)) {
                int middle = divide(start, end, columns[trees.column(node)], trees.threshold(node));
                node = trees.leftChild(node);
                if (middle < end) {
                    depth = push(depth, node + 1, middle, end);
                }
                end = middle;
            }
            if (start < end) {
                add(trees.number(node), start, end);
            }
        }
    }

    private int push(int depth, int node, int start, int end) {
        if (depth == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * depth);
        }
        waiting[depth] = node;
        waiting[depth + 1] = start;
        waiting[depth + 2] = end;
        return depth + 3;
    }

    /** Moves rows whose value is at most the threshold to the front and says where the others begin. */
    private int divide(int start, int end, double[] column, double threshold) {
        int left = start;
        int right = 0;
        for (int i = start; i < end; i++) {
            int row = rows[i];
            // Written to both sides: which one it was shows in the position that moves on, without a branch.
            int goesRight = column[row] > threshold ? 1 : 0;
            rows[left] = row;
            spare[right] = row;
            left += 1 - goesRight;
            right += goesRight;
        }
        System.arraycopy(spare, 0, rows, left, right);
        return left;
    }

    private void add(int leaf, int start, int end) {
        double[] masses = trees.masses();
        int first = leaf * trees.stride();
        int last = first + trees.stride();
        double positive = trees.positives()[leaf];
        for (int i = start; i < end; i++) {
            int row = rows[i];
            double total = totals[row - from];
            for (int mass = first; mass < last; mass++) {
                total += masses[mass];
            }
            totals[row - from] = total;
            scores[row] += positive;
        }
    }
}
