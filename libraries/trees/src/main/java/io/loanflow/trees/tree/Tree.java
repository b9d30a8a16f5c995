package io.loanflow.trees.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A decision tree over rows of numbers, in arrays. Node 0 is the root; a split's right child is the successor of its left child, so that a
 * step down is an addition instead of a branch. A row goes right where its value is above the threshold. Leaves of equal numbers share them:
 * in a full tree of labels nearly every leaf has a single one.
 *
 * <p>Immutable: the arrays are not copied, and must not be changed.
 */
public final class Tree {

    private static final int LEAF = -1;

    private final int[] features;
    private final double[] thresholds;
    private final int[] next;
    private final int[] covers;
    private final int outputs;
    private final double[] values;

    private Tree(Builder builder) {
        features = builder.features;
        thresholds = builder.thresholds;
        next = builder.next;
        covers = builder.covers;
        outputs = builder.outputs;
        values = builder.values;
    }

    public int nodes() {
        return features.length;
    }

    public int leaves() {
        return (features.length + 1) / 2;
    }

    /** Numbers that a leaf has. */
    public int outputs() {
        return outputs;
    }

    public boolean isLeaf(int node) {
        return features[node] == LEAF;
    }

    /** The place in a row of what a split looks at. */
    public int feature(int split) {
        return features[split];
    }

    public double threshold(int split) {
        return thresholds[split];
    }

    /** The left child; the right one is its successor. */
    public int left(int split) {
        return next[split];
    }

    /** How many of the rows that it was grown on came to a node, each as often as it was drawn; 0 where that is not known. */
    public int cover(int node) {
        return covers[node];
    }

    /** One of a leaf's numbers. */
    public double value(int leaf, int output) {
        return values[next[leaf] * outputs + output];
    }

    /** How many leaves differ in their numbers. */
    public int kinds() {
        return values.length / outputs;
    }

    /** Which of those a leaf is, from 0 to below {@link #kinds}. */
    public int kind(int leaf) {
        return next[leaf];
    }

    /** One of the numbers of a kind of leaves. */
    public double valueOfKind(int kind, int output) {
        return values[kind * outputs + output];
    }

    /** The leaf that a row comes to. */
    public int leafOf(double[] row) {
        int node = 0;
        while (features[node] != LEAF) {
            node = next[node] + (row[features[node]] > thresholds[node] ? 1 : 0);
        }
        return node;
    }

    /** The leaf that a row of columns comes to. */
    public int leafOf(double[][] columns, int row) {
        int node = 0;
        while (features[node] != LEAF) {
            node = next[node] + (columns[features[node]][row] > thresholds[node] ? 1 : 0);
        }
        return node;
    }

    /** Makes a tree from its root down. Every node is a leaf until it is split. */
    public static final class Builder {

        private final int outputs;
        private int[] features;
        private double[] thresholds;
        private int[] next;
        private int[] covers;
        private double[] values;
        private int nodes = 1;
        private int leaves = 1;

        /**
         * A tree that is one leaf.
         *
         * @param leaves to have room for; more make room
         * @param outputs numbers that a leaf has
         */
        public Builder(int leaves, int outputs) {
            this.outputs = outputs;
            int most = Math.subtractExact(Math.multiplyExact(2, leaves), 1);
            features = new int[most];
            thresholds = new double[most];
            next = new int[most];
            covers = new int[most];
            values = new double[Math.multiplyExact(leaves, outputs)];
            features[0] = LEAF;
        }

        /** Splits a leaf in two and returns the left one, whose successor is the right one. */
        public int split(int leaf, int feature, double threshold) {
            room();
            int left = nodes;
            features[left] = LEAF;
            features[left + 1] = LEAF;
            // The left one goes on with the leaf's numbers.
            next[left] = next[leaf];
            next[left + 1] = leaves++;
            features[leaf] = feature;
            thresholds[leaf] = threshold;
            next[leaf] = left;
            nodes += 2;
            return left;
        }

        private void room() {
            if (nodes + 2 > features.length) {
                int most = Math.addExact(Math.multiplyExact(2, nodes), 1);
                features = Arrays.copyOf(features, most);
                thresholds = Arrays.copyOf(thresholds, most);
                next = Arrays.copyOf(next, most);
                covers = Arrays.copyOf(covers, most);
                values = Arrays.copyOf(values, Math.multiplyExact((most + 1) / 2, outputs));
            }
        }

        public Builder cover(int node, int rows) {
            covers[node] = rows;
            return this;
        }

        public Builder value(int leaf, int output, double value) {
            values[next[leaf] * outputs + output] = value;
            return this;
        }

        /** The tree; the builder is not to be used again. */
        public Tree build() {
            features = Arrays.copyOf(features, nodes);
            thresholds = Arrays.copyOf(thresholds, nodes);
            next = Arrays.copyOf(next, nodes);
            covers = Arrays.copyOf(covers, nodes);
            shareValues();
            return new Tree(this);
        }

        private void shareValues() {
            Map<Numbers, Integer> kinds = new HashMap<>();
            double[] shared = new double[leaves * outputs];
            for (int node = 0; node < nodes; node++) {
                if (features[node] == LEAF) {
                    int from = next[node] * outputs;
                    Numbers numbers = new Numbers(Arrays.copyOfRange(values, from, from + outputs));
                    Integer known = kinds.putIfAbsent(numbers, kinds.size());
                    next[node] = known == null ? kinds.size() - 1 : known;
                    System.arraycopy(numbers.array, 0, shared, next[node] * outputs, outputs);
                }
            }
            values = Arrays.copyOf(shared, kinds.size() * outputs);
        }
    }

    private static final class Numbers {

        private final double[] array;

        Numbers(double[] array) {
            this.array = array;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers numbers && Arrays.equals(array, numbers.array);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(array);
        }
    }
}
