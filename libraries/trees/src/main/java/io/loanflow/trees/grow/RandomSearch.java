package io.loanflow.trees.grow;

import java.util.Arrays;

/** Draws one threshold between the least and the greatest value of a node: extremely randomised trees. */
final class RandomSearch implements SplitSearch {

    private final TrainingTable table;

    private final long[] left;

    private final long[] right;

    RandomSearch(TrainingTable table) {
        this.table = table;
        this.left = new long[table.labelNames().size()];
        this.right = new long[left.length];
    }

    @Override
    public boolean search(int feature, NodeRows node, TreeRandom random, Split best) {
        double[] column = table.column(feature);
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = node.from(); i < node.to(); i++) {
            double value = column[Samples.row(node.samples()[i])];
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        if (least < greatest) {
            offer(feature, node, drawn(least, greatest, random.nextDouble()), best);
        }
        return least < greatest;
    }

    private static double drawn(double least, double greatest, double share) {
        double value = (1 - share) * least + share * greatest;
        return (value >= least && value < greatest ? value : least) + 0.0;
    }

    private void offer(int feature, NodeRows node, double threshold, Split best) {
        double[] column = table.column(feature);
        Arrays.fill(left, 0);
        int leftRows = 0;
        for (int i = node.from(); i < node.to(); i++) {
            long sample = node.samples()[i];
            if (column[Samples.row(sample)] <= threshold) {
                left[Samples.label(sample)] += Samples.count(sample);
                leftRows++;
            }
        }
        for (int label = 0; label < right.length; label++) {
            right[label] = node.counts()[label] - left[label];
        }
        if (best.improves(left, leftRows, right, node.size() - leftRows)) {
            best.at(feature, Split.BY_VALUE, threshold);
        }
    }
}
