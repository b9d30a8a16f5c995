package io.loanflow.trees.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;

/**
 * One tree of a forest in arrays, its nodes in the order of their source. The root is node 0.
 *
 * @param features names the features that splits refer to by id
 * @param featureIds per split, its feature; per leaf, -1
 * @param thresholds per split, the value above which a row goes right
 * @param left per split, its left child; per leaf, its number among the forest's distinct leaves
 * @param right per split, its right child
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
record ForestTree(ImmutableFeatureMap features, int[] featureIds, double[] thresholds, int[] left, int[] right) {

    /** Walks Tribuo's nodes breadth first. */
    static ForestTree of(Node<Label> root, ImmutableFeatureMap features, ToIntFunction<LeafNode<Label>> leafNumber) {
        List<Node<Label>> nodes = breadthFirst(root);
        ForestTree tree = ofSize(features, nodes.size());
        int child = 1;
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node) instanceof SplitNode<Label> split) {
                tree.split(node, split.getFeatureID(), split.splitValue(), child, child + 1);
                child += 2;
            } else {
                tree.leaf(node, leafNumber.applyAsInt((LeafNode<Label>) nodes.get(node)));
            }
        }
        return tree;
    }

    /** Tribuo's nodes in the order of the arrays. */
    static List<Node<Label>> breadthFirst(Node<Label> root) {
        List<Node<Label>> nodes = new ArrayList<>(List.of(root));
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node) instanceof SplitNode<Label> split) {
                nodes.add(split.getLessThanOrEqual());
                nodes.add(split.getGreaterThan());
            }
        }
        return nodes;
    }

    /** A tree whose nodes are yet to be set. */
    static ForestTree ofSize(ImmutableFeatureMap features, int size) {
        return new ForestTree(features, new int[size], new double[size], new int[size], new int[size]);
    }

    void split(int node, int featureId, double threshold, int leftChild, int rightChild) {
        featureIds[node] = featureId;
        thresholds[node] = threshold;
        left[node] = leftChild;
        right[node] = rightChild;
    }

    void leaf(int node, int number) {
        featureIds[node] = -1;
        left[node] = number;
    }

    int size() {
        return featureIds.length;
    }

    boolean isLeaf(int node) {
        return featureIds[node] < 0;
    }
}
