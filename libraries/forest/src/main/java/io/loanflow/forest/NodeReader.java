package io.loanflow.forest;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.protos.LeafNodeProto;
import org.tribuo.common.tree.protos.SplitNodeProto;
import org.tribuo.common.tree.protos.TreeNodeProto;
import org.tribuo.protos.core.OutputProto;

/** Reads the nodes of trees that Tribuo or {@link NodeWriter} wrote; equal leaves become one. Thread-safe. */
final class NodeReader {

    private final Map<OutputProto, Label> labels = new ConcurrentHashMap<>();

    private final Map<LeafNodeProto, LeafNode<Label>> leaves = new ConcurrentHashMap<>();

    /**
     * Puts a tree together, from the last node to the first: children come after their parent.
     *
     * @throws InvalidProtocolBufferException if the nodes make no tree
     */
    Node<Label> root(List<TreeNodeProto> protos) throws InvalidProtocolBufferException {
        if (protos.isEmpty()) {
            throw new InvalidProtocolBufferException("A tree has no nodes");
        }
        Map<Integer, Node<Label>> nodes = new HashMap<>(2 * protos.size());
        for (int index = protos.size() - 1; index >= 0; index--) {
            nodes.put(index, node(protos.get(index), index, nodes));
        }
        Node<Label> root = nodes.remove(0);
        if (root == null || !nodes.isEmpty()) {
            throw new InvalidProtocolBufferException("A tree has " + nodes.size() + " nodes that are no node's child");
        }
        return root;
    }

    private Node<Label> node(TreeNodeProto proto, int index, Map<Integer, Node<Label>> nodes)
            throws InvalidProtocolBufferException {
        if (proto.getSerializedData().is(SplitNodeProto.class)) {
            SplitNodeProto split = proto.getSerializedData().unpack(SplitNodeProto.class);
            return new SplitNode<>(
                    split.getSplitValue(),
                    split.getSplitFeatureIdx(),
                    split.getImpurity(),
                    child(split.getGreaterThanIdx(), index, nodes),
                    child(split.getLessThanOrEqualIdx(), index, nodes));
        }
        return leaf(proto.getSerializedData().unpack(LeafNodeProto.class));
    }

    private static Node<Label> child(int child, int parent, Map<Integer, Node<Label>> nodes)
            throws InvalidProtocolBufferException {
        Node<Label> node = nodes.remove(child);
        if (node == null) {
            throw new InvalidProtocolBufferException("Node " + parent + " of a tree has the child " + child
                    + ", which is missing, another node's child, or not after it");
        }
        return node;
    }

    private LeafNode<Label> leaf(LeafNodeProto proto) {
        LeafNodeProto anywhere =
                proto.toBuilder().clearParentIdx().clearCurIdx().build();
        return leaves.computeIfAbsent(anywhere, this::newLeaf);
    }

    private LeafNode<Label> newLeaf(LeafNodeProto proto) {
        Map<String, Label> scores = new HashMap<>();
        proto.getScoreMap().forEach((name, score) -> scores.put(name, label(score)));
        return new LeafNode<>(
                proto.getImpurity(),
                label(proto.getOutput()),
                new HashMap<>(scores),
                proto.getGeneratesProbabilities());
    }

    private Label label(OutputProto proto) {
        return labels.computeIfAbsent(proto, key -> (Label) Output.deserialize(key));
    }
}
