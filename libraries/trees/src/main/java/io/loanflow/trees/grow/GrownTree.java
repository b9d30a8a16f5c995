package io.loanflow.trees.grow;

/**
 * One tree. Nodes are numbered from the root on, depth first: the left child of a split is the node after it.
 *
 * @param index of the tree in its forest
 * @param features per node, the position of the feature it looks at, or -1 for a leaf
 * @param thresholds per split, the value above which a row goes right
 * @param rightChildren per split, its right child
 * @param impurities per node
 * @param leafWeights per leaf, in the order of their numbers, what the rows of each label count
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
public record GrownTree(
        int index,
        int[] features,
        double[] thresholds,
        int[] rightChildren,
        double[] impurities,
        double[] leafWeights) {

    /** The number of nodes. */
    public int size() {
        return features.length;
    }

    /** Whether a node is a leaf. */
    public boolean leaf(int node) {
        return features[node] < 0;
    }
}
