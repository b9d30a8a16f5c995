package io.loanflow.trees.grow;

import java.util.Arrays;

/**
 * Sorts the real values of a node and tries every border between two of them: the faster way for few rows.
 *
 * <p>Rows are sorted by bin first. Bins are small and lie close together; the values themselves are read only where rows share
 * a bin, and beside the border of a split.
 */
final class ExactSearch implements SplitSearch {

    private final TrainingTable table;

    private final BinMatrix matrix;

    private final PairSort sort = new PairSort();

    private final long[] left;

    private final long[] right;

    private boolean[] borders = new boolean[0];

    ExactSearch(TrainingTable table, BinMatrix matrix) {
        this.table = table;
        this.matrix = matrix;
        this.left = new long[table.labelNames().size()];
        this.right = new long[left.length];
    }

    @Override
    public boolean search(int feature, NodeRows node, TreeRandom random, Split best) {
        sort.room(node.size());
        if (borders.length < node.size()) {
            borders = new boolean[node.size()];
        }
        System.arraycopy(node.samples(), node.from(), sort.payload(), 0, node.size());
        boolean varies = sortByBin(matrix.bins(feature), node.size());
        if (!matrix.edges(feature).exact()) {
            varies |= sortWithinBins(table.column(feature), node.size());
        }
        if (varies) {
            scan(feature, node, best);
        }
        return varies;
    }

    private boolean sortByBin(byte[] bins, int size) {
        double[] keys = sort.keys();
        long[] samples = sort.payload();
        for (int i = 0; i < size; i++) {
            keys[i] = bins[Samples.row(samples[i])] & 0xff;
        }
        return sort(0, size);
    }

    private boolean sortWithinBins(double[] column, int size) {
        double[] keys = sort.keys();
        long[] samples = sort.payload();
        boolean varies = false;
        int from = 0;
        for (int to = 1; to <= size; to++) {
            if (to == size || borders[to - 1]) {
                if (to - from > 1) {
                    for (int i = from; i < to; i++) {
                        keys[i] = column[Samples.row(samples[i])];
                    }
                    varies |= sort(from, to);
                }
                from = to;
            }
        }
        return varies;
    }

    /** Sorts, marks where a value is followed by a greater one, and says whether there is such a place. */
    private boolean sort(int from, int to) {
        sort.sort(from, to);
        double[] keys = sort.keys();
        for (int i = from; i < to - 1; i++) {
            borders[i] = keys[i] < keys[i + 1];
        }
        return keys[from] < keys[to - 1];
    }

    private void scan(int feature, NodeRows node, Split best) {
        long[] samples = sort.payload();
        Arrays.fill(left, 0);
        System.arraycopy(node.counts(), 0, right, 0, right.length);
        for (int i = 0; i < node.size() - 1; i++) {
            long count = Samples.count(samples[i]);
            left[Samples.label(samples[i])] += count;
            right[Samples.label(samples[i])] -= count;
            if (borders[i] && best.improves(left, i + 1, right, node.size() - i - 1)) {
                at(feature, Samples.row(samples[i]), Samples.row(samples[i + 1]), best);
            }
        }
    }

    private void at(int feature, int leftRow, int rightRow, Split best) {
        byte[] bins = matrix.bins(feature);
        double[] column = table.column(feature);
        int bin = bins[leftRow] == bins[rightRow] ? Split.BY_VALUE : bins[leftRow] & 0xff;
        best.at(feature, bin, BinEdges.between(column[leftRow], column[rightRow]));
    }
}
