package io.loanflow.trees.grow;

import java.util.Arrays;

/** Counts the labels of each bin and tries every border between two bins. */
final class BinnedSearch implements SplitSearch {

    private final BinMatrix matrix;

    private final int labels;

    private final long[] histogram;

    private final long[] left;

    private final long[] right;

    BinnedSearch(BinMatrix matrix, int labels) {
        this.matrix = matrix;
        this.labels = labels;
        this.histogram = new long[255 * labels];
        this.left = new long[labels];
        this.right = new long[labels];
    }

    @Override
    public boolean search(int feature, NodeRows node, TreeRandom random, Split best) {
        BinEdges edges = matrix.edges(feature);
        count(matrix.bins(feature), edges.size(), node);
        return scan(feature, edges, node, best);
    }

    private void count(byte[] bins, int size, NodeRows node) {
        Arrays.fill(histogram, 0, size * labels, 0);
        long[] samples = node.samples();
        for (int i = node.from(); i < node.to(); i++) {
            long sample = samples[i];
            int bin = bins[Samples.row(sample)] & 0xff;
            histogram[bin * labels + Samples.label(sample)] += Samples.count(sample);
        }
    }

    private boolean scan(int feature, BinEdges edges, NodeRows node, Split best) {
        Arrays.fill(left, 0);
        System.arraycopy(node.counts(), 0, right, 0, labels);
        int leftRows = 0;
        int last = -1;
        boolean varies = false;
        for (int bin = 0; bin < edges.size() && leftRows < node.size(); bin++) {
            int rows = rows(bin);
            if (rows > 0) {
                varies |= last >= 0;
                if (last >= 0 && best.improves(left, leftRows, right, node.size() - leftRows)) {
                    best.at(feature, last, edges.threshold(last, bin));
                }
                move(bin);
                leftRows += rows;
                last = bin;
            }
        }
        return varies;
    }

    private int rows(int bin) {
        long sum = 0;
        for (int i = bin * labels; i < (bin + 1) * labels; i++) {
            sum += histogram[i];
        }
        return Samples.rows(sum);
    }

    private void move(int bin) {
        for (int label = 0; label < labels; label++) {
            long count = histogram[bin * labels + label];
            left[label] += count;
            right[label] -= count;
        }
    }
}
