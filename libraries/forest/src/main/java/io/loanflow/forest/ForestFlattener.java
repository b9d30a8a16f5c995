package io.loanflow.forest;

import io.loanflow.forest.ForestMembers.Combination;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;

/** Walks Tribuo's trees breadth first and writes them into arrays. */
final class ForestFlattener {

    private final ForestMembers members;

    private final Map<String, Integer> columnOf = new HashMap<>();

    private final String positiveLabel;

    private final int stride;

    private final int[] roots;

    private int[] columns = new int[1024];

    private double[] thresholds = new double[1024];

    private int[] children = new int[1024];

    private double[] masses;

    private double[] positives = new double[512];

    private int nodes;

    private int leaves;

    ForestFlattener(ForestMembers members, List<String> featureNames, String positiveLabel) {
        for (String name : featureNames) {
            if (columnOf.put(name, columnOf.size()) != null) {
                throw new IllegalArgumentException("The feature '" + name + "' is named twice: name each column once");
            }
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
        this.roots = new int[members.trees().size()];
        this.masses = new double[512 * stride];
    }

    FlatTrees flatten() {
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = nodes;
            flatten(tree);
        }
        return new FlatTrees(
                roots,
                Arrays.copyOf(columns, nodes),
                Arrays.copyOf(thresholds, nodes),
                Arrays.copyOf(children, nodes),
                stride,
                Arrays.copyOf(masses, leaves * stride),
                Arrays.copyOf(positives, leaves));
    }

    private void flatten(int tree) {
        Queue<Node<Label>> queue = new ArrayDeque<>();
        queue.add(members.trees().get(tree).root());
        int reserved = nodes + 1;
        for (Node<Label> node = queue.poll(); node != null; node = queue.poll()) {
            growNodes();
            if (node instanceof SplitNode<Label> split) {
                columns[nodes] = column(tree, split.getFeatureID());
                thresholds[nodes] = split.splitValue();
                children[nodes] = reserved;
                reserved += 2;
                queue.add(split.getLessThanOrEqual());
                queue.add(split.getGreaterThan());
            } else {
                children[nodes] = ~leaves;
                addLeaf((LeafNode<Label>) node, members.weights()[tree]);
            }
            nodes++;
        }
    }

    private int column(int tree, int featureId) {
        ImmutableFeatureMap features = members.trees().get(tree).features();
        String name = features.get(featureId).getName();
        Integer column = columnOf.get(name);
        if (column == null) {
            throw new IllegalArgumentException("The model splits on the feature '" + name
                    + "', which is not among the named features " + columnOf.keySet());
        }
        return column;
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

    private void growNodes() {
        if (nodes == children.length) {
            columns = Arrays.copyOf(columns, 2 * nodes);
            thresholds = Arrays.copyOf(thresholds, 2 * nodes);
            children = Arrays.copyOf(children, 2 * nodes);
        }
    }
}
