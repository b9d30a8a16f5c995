package io.loanflow.trees.grow;

import io.loanflow.trees.tree.Tree;

/**
 * How mixed each node of a grown tree was. A tree does not keep it: how often rows of each label were drawn follows from a leaf's cover and
 * its probabilities.
 */
public final class NodeImpurities {

    private final Impurity impurity;

    private final int labels;

    /** For trees that were grown on this table with these parameters. */
    public NodeImpurities(TrainingTable table, ForestParameters parameters) {
        impurity = Impurity.of(parameters.criterion(), parameters.classWeight().of(table));
        labels = table.labelNames().size();
    }

    /** One number a node. */
    public double[] of(Tree tree) {
        double[] impurities = new double[tree.nodes()];
        long[][] counts = new long[tree.nodes()][];
        // Children come after their parent.
        for (int node = impurities.length - 1; node >= 0; node--) {
            counts[node] =
                    tree.isLeaf(node) ? counts(tree, node) : sum(counts[tree.left(node)], counts[tree.left(node) + 1]);
            impurities[node] = impurity.of(counts[node]);
        }
        return impurities;
    }

    private long[] counts(Tree tree, int leaf) {
        double[] shares = new double[labels];
        double sum = 0;
        for (int label = 0; label < labels; label++) {
            shares[label] = tree.value(leaf, label) / impurity.labelWeight(label);
            sum += shares[label];
        }
        long[] counts = new long[labels];
        for (int label = 0; label < labels; label++) {
            counts[label] = Math.round(shares[label] / sum * tree.cover(leaf));
        }
        return counts;
    }

    private static long[] sum(long[] left, long[] right) {
        long[] sum = left.clone();
        for (int label = 0; label < sum.length; label++) {
            sum[label] += right[label];
        }
        return sum;
    }
}
