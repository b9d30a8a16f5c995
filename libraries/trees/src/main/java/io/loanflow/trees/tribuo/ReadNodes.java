package io.loanflow.trees.tribuo;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.loanflow.trees.tree.Tree;
import java.io.IOException;
import java.util.BitSet;

/** The nodes of a tree as a file has them, in its order; they may make no tree. */
final class ReadNodes {

    private final int[] places;

    private final int[] features;
    private final double[] thresholds;
    private final int[] left;
    private final int[] right;
    private final double[][] leaves;
    private final int[] covers;

    /** @param places by feature id, the feature's place in the forest; -1 where the forest does not know it */
    ReadNodes(int size, int[] places) {
        this.places = places;
        features = new int[size];
        thresholds = new double[size];
        left = new int[size];
        right = new int[size];
        leaves = new double[size][0];
        covers = new int[size];
    }

    void leaf(int node, double[] numbers) {
        leaves[node] = numbers;
    }

    void split(int node, int feature, double threshold) throws InvalidProtocolBufferException {
        if (feature < 0 || feature >= places.length || places[feature] < 0) {
            throw new InvalidProtocolBufferException(
                    "Node " + node + " of a tree splits on feature " + feature + " of " + places.length);
        }
        features[node] = places[feature];
        thresholds[node] = threshold;
    }

    void children(int node, int leftChild, int rightChild) {
        left[node] = leftChild;
        right[node] = rightChild;
    }

    /** @param in one varint a node */
    void covers(CodedInputStream in) throws IOException {
        for (int node = 0; node < covers.length; node++) {
            covers[node] = in.readUInt32();
        }
    }

    /** @throws InvalidProtocolBufferException if they make no tree */
    Tree tree() throws InvalidProtocolBufferException {
        refuseNoTree();
        // The root is followed by all others, each a child of one before it.
        int[] numbers = new int[features.length];
        Tree.Builder tree = new Tree.Builder((features.length + 1) / 2, outputs());
        for (int node = 0; node < numbers.length; node++) {
            tree.cover(numbers[node], covers[node]);
            if (isLeaf(node)) {
                for (int output = 0; output < leaves[node].length; output++) {
                    tree.value(numbers[node], output, leaves[node][output]);
                }
            } else {
                int child = tree.split(numbers[node], features[node], thresholds[node]);
                numbers[left[node]] = child;
                numbers[right[node]] = child + 1;
            }
        }
        return tree.build();
    }

    private int outputs() {
        int leaf = 0;
        while (!isLeaf(leaf)) {
            leaf = left[leaf];
        }
        return leaves[leaf].length;
    }

    private boolean isLeaf(int node) {
        return leaves[node].length > 0;
    }

    /** Each node but the root is the child of one node before it. */
    private void refuseNoTree() throws InvalidProtocolBufferException {
        if (features.length == 0) {
            throw new InvalidProtocolBufferException("A tree has no nodes");
        }
        BitSet children = new BitSet(features.length);
        for (int node = 0; node < features.length; node++) {
            if (!isLeaf(node)) {
                refuseChild(node, left[node], children);
                refuseChild(node, right[node], children);
            }
        }
        if (children.cardinality() != features.length - 1) {
            throw new InvalidProtocolBufferException(
                    "A tree has " + (features.length - 1 - children.cardinality()) + " nodes that are no node's child");
        }
    }

    private void refuseChild(int parent, int child, BitSet children) throws InvalidProtocolBufferException {
        if (child <= parent || child >= features.length || children.get(child)) {
            throw new InvalidProtocolBufferException("Node " + parent + " of a tree has the child " + child
                    + ", which is missing, another node's child, or not after it");
        }
        children.set(child);
    }
}
