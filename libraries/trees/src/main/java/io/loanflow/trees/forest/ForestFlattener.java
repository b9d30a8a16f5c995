package io.loanflow.trees.forest;

import io.loanflow.trees.forest.ForestMembers.Combination;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;

/** Writes the trees of a forest breadth first into the arrays of {@link FlatTrees}. */
final class ForestFlattener {

    private final ForestMembers members;

    private final Map<String, Integer> columnOf = new HashMap<>();

    private final String positiveLabel;

    private final int stride;

    private final long[] nodes;

    /** Per distinct leaf, its number under the weight of the tree at hand, or -1. */
    private final int[] leafNumbers;

    private double[] masses;

    private double[] positives = new double[64];

    private int leaves;

    ForestFlattener(ForestMembers members, List<String> featureNames, String positiveLabel) {
        for (String name : featureNames) {
            if (columnOf.put(name, columnOf.size()) != null) {
                throw new IllegalArgumentException("The feature '" + name + "' is named twice: name each column once");
            }
        }
        if (featureNames.isEmpty()) {
            throw new IllegalArgumentException("No feature is named: name the columns of the rows to score");
        }
        if (!members.labels().contains(positiveLabel)) {
            throw new IllegalArgumentException(
                    "The model does not know the label '" + positiveLabel + "': name one of " + members.labels());
        }
        this.members = members;
        this.positiveLabel = positiveLabel;
        this.stride = members.combination() == Combination.FULLY_WEIGHTED
                ? members.labels().size()
                : 1;
        this.nodes =
                new long[2 * members.trees().stream().mapToInt(ForestTree::size).reduce(0, Math::addExact)];
        this.leafNumbers = new int[members.leaves().size()];
        this.masses = new double[positives.length * stride];
    }

    FlatTrees flatten() {
        int[] roots = new int[members.trees().size()];
        int next = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            if (tree == 0 || members.weights()[tree] != members.weights()[tree - 1]) {
                Arrays.fill(leafNumbers, -1);
            }
            roots[tree] = next;
            next += flatten(members.trees().get(tree), members.weights()[tree], next);
        }
        return new FlatTrees(
                roots, nodes, stride, Arrays.copyOf(masses, leaves * stride), Arrays.copyOf(positives, leaves));
    }

    /** @return the number of nodes */
    private int flatten(ForestTree tree, float weight, int root) {
        int[] columns = columns(tree);
        int[] queue = new int[tree.size()];
        int queued = 1;
        for (int i = 0; i < queue.length; i++) {
            int node = queue[i];
            if (tree.isLeaf(node)) {
                FlatTrees.putLeaf(nodes, root + i, leafNumber(tree.left()[node], weight));
            } else {
                int column = columns[tree.featureIds()[node]];
                if (column < 0) {
                    throw unnamed(tree, node);
                }
                FlatTrees.putSplit(nodes, root + i, column, tree.thresholds()[node], root + queued);
                queue[queued++] = tree.left()[node];
                queue[queued++] = tree.right()[node];
            }
        }
        return queue.length;
    }

    /** Per feature of the tree, its column, or -1. */
    private int[] columns(ForestTree tree) {
        int[] columns = new int[tree.features().size()];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] =
                    columnOf.getOrDefault(tree.features().get(feature).getName(), -1);
        }
        return columns;
    }

    private IllegalArgumentException unnamed(ForestTree tree, int node) {
        String name = tree.features().get(tree.featureIds()[node]).getName();
        return new IllegalArgumentException("The model splits on the feature '" + name
                + "', which is not among the named features " + columnOf.keySet());
    }

    private int leafNumber(int leaf, float weight) {
        if (leafNumbers[leaf] < 0) {
            leafNumbers[leaf] = leaves;
            addLeaf(members.leaves().get(leaf), weight);
        }
        return leafNumbers[leaf];
    }

    private void addLeaf(LeafNode<Label> leaf, float weight) {
        if (leaves == positives.length) {
            positives = Arrays.copyOf(positives, 2 * leaves);
            masses = Arrays.copyOf(masses, 2 * leaves * stride);
        }
        switch (members.combination()) {
            case NONE -> {
                masses[leaves] = 1.0;
                positives[leaves] = positiveScore(leaf);
            }
            case VOTING -> {
                masses[leaves] = weight;
                positives[leaves] = leaf.getOutput().getLabel().equals(positiveLabel) ? weight : 0.0;
            }
            case FULLY_WEIGHTED -> addDistribution(leaf, weight);
        }
        leaves++;
    }

    private double positiveScore(LeafNode<Label> leaf) {
        Label label = leaf.getDistribution().get(positiveLabel);
        return label == null ? 0.0 : label.getScore();
    }

    private void addDistribution(LeafNode<Label> leaf, float weight) {
        int mass = leaves * stride;
        for (Label label : leaf.getDistribution().values()) {
            double score = weight * label.getScore();
            masses[mass++] = score;
            if (label.getLabel().equals(positiveLabel)) {
                positives[leaves] = score;
            }
        }
    }
}
