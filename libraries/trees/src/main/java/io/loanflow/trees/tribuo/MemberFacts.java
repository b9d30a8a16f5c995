package io.loanflow.trees.tribuo;

import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.grow.NodeImpurities;
import io.loanflow.trees.tree.Tree;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.protos.LeafNodeProto;

/**
 * What the messages of a forest's trees have in common.
 *
 * @param metadata of each tree, as Tribuo writes it
 * @param featureIds by position of the forest's features, their ids in the metadata
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MemberFacts(Forest forest, byte[] metadata, int[] featureIds, NodeImpurities impurities) {

    /** What is written of each kind of a tree's leaves, but for its place. */
    byte[][] leaves(Tree tree, double[] nodeImpurities) {
        byte[][] leaves = new byte[tree.kinds()][0];
        for (int node = 0; node < tree.nodes(); node++) {
            if (tree.isLeaf(node) && leaves[tree.kind(node)].length == 0) {
                leaves[tree.kind(node)] = leaf(tree, tree.kind(node), nodeImpurities[node]);
            }
        }
        return leaves;
    }

    private byte[] leaf(Tree tree, int kind, double impurity) {
        LeafNodeProto.Builder leaf = LeafNodeProto.newBuilder()
                .setImpurity(impurity)
                .setOutput(label(tree, kind, forest.vote(tree, kind)).serialize())
                // Tribuo says of every leaf what is true of classification trees; a leaf does not show it.
                .setGeneratesProbabilities(true);
        for (int place : forest.summation()) {
            Label label = label(tree, kind, place);
            leaf.putScore(label.getLabel(), label.serialize());
        }
        return leaf.build().toByteArray();
    }

    private Label label(Tree tree, int kind, int place) {
        return new Label(forest.labels().get(place), tree.valueOfKind(kind, place));
    }
}
