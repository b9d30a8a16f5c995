package io.loanflow.trees.forest;

import com.google.protobuf.Any;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.protos.LeafNodeProto;
import org.tribuo.common.tree.protos.SplitNodeProto;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.common.tree.protos.TreeNodeProto;
import org.tribuo.protos.core.OutputProto;

/** Writes the nodes of trees as Tribuo does: breadth first, the greater side first. Thread-safe. */
final class NodeWriter {

    private final Map<ScoredLabel, OutputProto> labels = new ConcurrentHashMap<>();

    void write(Node<Label> root, TreeModelProto.Builder tree) {
        Queue<Position> queue = new ArrayDeque<>();
        queue.add(new Position(root, -1, 0));
        int last = 0;
        for (Position at = queue.poll(); at != null; at = queue.poll()) {
            if (at.node() instanceof SplitNode<Label> split) {
                queue.add(new Position(split.getGreaterThan(), at.index(), last + 1));
                queue.add(new Position(split.getLessThanOrEqual(), at.index(), last + 2));
                tree.addNodes(node(Any.pack(split(split, at, last))));
                last += 2;
            } else {
                tree.addNodes(node(Any.pack(leaf((LeafNode<Label>) at.node(), at))));
            }
        }
    }

    /** Tribuo gives splits the class name of leaves as well. */
    private static TreeNodeProto node(Any data) {
        return TreeNodeProto.newBuilder()
                .setClassName(LeafNode.class.getName())
                .setSerializedData(data)
                .build();
    }

    private static SplitNodeProto split(SplitNode<Label> split, Position at, int last) {
        return SplitNodeProto.newBuilder()
                .setParentIdx(at.parent())
                .setCurIdx(at.index())
                .setGreaterThanIdx(last + 1)
                .setLessThanOrEqualIdx(last + 2)
                .setSplitFeatureIdx(split.getFeatureID())
                .setSplitValue(split.splitValue())
                .setImpurity(split.getImpurity())
                .build();
    }

    private LeafNodeProto leaf(LeafNode<Label> leaf, Position at) {
        LeafNodeProto.Builder proto = LeafNodeProto.newBuilder()
                .setParentIdx(at.parent())
                .setCurIdx(at.index())
                .setImpurity(leaf.getImpurity())
                .setOutput(label(leaf.getOutput()))
                // Tribuo says of every leaf what is true of classification trees; a leaf does not show it.
                .setGeneratesProbabilities(true);
        leaf.getDistribution().forEach((name, label) -> proto.putScore(name, label(label)));
        return proto.build();
    }

    private OutputProto label(Label label) {
        return labels.computeIfAbsent(new ScoredLabel(label.getLabel(), label.getScore()), key -> label.serialize());
    }

    private record Position(Node<Label> node, int parent, int index) {}

    private record ScoredLabel(String label, double score) {}
}
