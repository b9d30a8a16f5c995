package io.loanflow.trees.grow;

import java.util.Arrays;

/** Collects the nodes of a tree. */
final class TreeBuilder {

    private final Impurity impurity;

    private int[] features = new int[256];

    private double[] thresholds = new double[256];

    private int[] rightChildren = new int[256];

    private double[] impurities = new double[256];

    private double[] leafWeights = new double[256];

    private int nodes;

    private int weights;

    TreeBuilder(Impurity impurity) {
        this.impurity = impurity;
    }

    void start() {
        nodes = 0;
        weights = 0;
    }

    /** The node just added is the right child of {@code parent}, unless that is -1. */
    void attach(int parent) {
        if (parent >= 0) {
            rightChildren[parent] = nodes - 1;
        }
    }

    /** @return the number of the node */
    int split(Split split, double nodeImpurity) {
        add(split.feature(), nodeImpurity);
        thresholds[nodes - 1] = split.threshold();
        return nodes - 1;
    }

    void leaf(long[] counts, double nodeImpurity) {
        add(-1, nodeImpurity);
        if (weights + counts.length > leafWeights.length) {
            leafWeights = Arrays.copyOf(leafWeights, 2 * leafWeights.length + counts.length);
        }
        for (int label = 0; label < counts.length; label++) {
            leafWeights[weights++] = impurity.weight(counts, label);
        }
    }

    private void add(int feature, double nodeImpurity) {
        if (nodes == features.length) {
            features = Arrays.copyOf(features, 2 * nodes);
            thresholds = Arrays.copyOf(thresholds, 2 * nodes);
            rightChildren = Arrays.copyOf(rightChildren, 2 * nodes);
            impurities = Arrays.copyOf(impurities, 2 * nodes);
        }
        features[nodes] = feature;
        impurities[nodes] = nodeImpurity;
        nodes++;
    }

    GrownTree tree(int index) {
        return new GrownTree(
                index,
                Arrays.copyOf(features, nodes),
                Arrays.copyOf(thresholds, nodes),
                Arrays.copyOf(rightChildren, nodes),
                Arrays.copyOf(impurities, nodes),
                Arrays.copyOf(leafWeights, weights));
    }
}
