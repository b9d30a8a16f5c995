package io.loanflow.trees.forest;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.common.tree.protos.SplitNodeProto;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.common.tree.protos.TreeNodeProto;
import org.tribuo.protos.core.FeatureDomainProto;
import org.tribuo.protos.core.ModelDataProto;

/**
 * Reads trees that Tribuo or {@link NodeWriter} wrote, field by field: an object for each of a million nodes is what makes
 * Tribuo slow. Thread-safe.
 */
final class TreeReader {

    private static final ByteString SPLIT =
            ByteString.copyFromUtf8("/" + SplitNodeProto.getDescriptor().getFullName());

    private final LeafReader leaves;

    /** Every tree of a forest says the same features again. */
    private final Map<ByteString, ImmutableFeatureMap> domains = new ConcurrentHashMap<>();

    TreeReader(LeafReader leaves) {
        this.leaves = leaves;
    }

    /**
     * Reads one tree.
     *
     * @param tree the bytes of a {@code TreeModelProto}
     * @throws InvalidProtocolBufferException if they are damaged or the nodes make no tree
     */
    ForestTree read(ByteString tree) throws IOException {
        ForestTree result = ForestTree.ofSize(
                features(field(tree, TreeModelProto.METADATA_FIELD_NUMBER)),
                count(tree, TreeModelProto.NODES_FIELD_NUMBER));
        int node = 0;
        CodedInputStream in = stream(tree);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == TreeModelProto.NODES_FIELD_NUMBER) {
                int outer = in.pushLimit(in.readUInt32());
                readNode(node++, in, result);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        refuseNoTree(result);
        return result;
    }

    private ImmutableFeatureMap features(ByteString metadata) throws IOException {
        ByteString domain = field(metadata, ModelDataProto.FEATURE_DOMAIN_FIELD_NUMBER);
        ImmutableFeatureMap known = domains.get(domain);
        if (known == null) {
            known = (ImmutableFeatureMap) FeatureMap.deserialize(FeatureDomainProto.parseFrom(domain));
            domains.put(domain, known);
        }
        return known;
    }

    /** @param in ends with the node */
    private void readNode(int node, CodedInputStream in, ForestTree tree) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == TreeNodeProto.SERIALIZED_DATA_FIELD_NUMBER) {
                int outer = in.pushLimit(in.readUInt32());
                readContent(node, in, tree);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
    }

    /** @param in ends with the message in which Tribuo wraps a node of any kind */
    private void readContent(int node, CodedInputStream in, ForestTree tree) throws IOException {
        ByteString type = ByteString.EMPTY;
        ByteString content = ByteString.EMPTY;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case Any.TYPE_URL_FIELD_NUMBER -> type = in.readBytes();
                case Any.VALUE_FIELD_NUMBER -> content = in.readBytes();
                default -> in.skipField(tag);
            }
        }
        if (type.endsWith(SPLIT)) {
            readSplit(node, content, tree);
        } else {
            tree.leaf(node, leaves.number(content));
        }
    }

    private static void readSplit(int node, ByteString data, ForestTree tree) throws IOException {
        int feature = 0;
        int left = 0;
        int right = 0;
        double threshold = 0;
        CodedInputStream in = stream(data);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case SplitNodeProto.SPLIT_FEATURE_IDX_FIELD_NUMBER -> feature = in.readInt32();
                case SplitNodeProto.LESS_THAN_OR_EQUAL_IDX_FIELD_NUMBER -> left = in.readInt32();
                case SplitNodeProto.GREATER_THAN_IDX_FIELD_NUMBER -> right = in.readInt32();
                case SplitNodeProto.SPLIT_VALUE_FIELD_NUMBER -> threshold = in.readDouble();
                default -> in.skipField(tag);
            }
        }
        if (feature < 0 || feature >= tree.features().size()) {
            throw new InvalidProtocolBufferException("Node " + node + " of a tree splits on feature " + feature + " of "
                    + tree.features().size());
        }
        tree.split(node, feature, threshold, left, right);
    }

    /** The bytes of a field, none if it is missing. */
    private static ByteString field(ByteString message, int number) throws IOException {
        CodedInputStream in = stream(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == number) {
                return in.readBytes();
            }
            in.skipField(tag);
        }
        return ByteString.EMPTY;
    }

    private static int count(ByteString message, int number) throws IOException {
        int count = 0;
        CodedInputStream in = stream(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == number) {
                count++;
            }
            in.skipField(tag);
        }
        return count;
    }

    /** A stream whose {@code readBytes} points into the message instead of copying. */
    static CodedInputStream stream(ByteString message) {
        CodedInputStream in = message.newCodedInput();
        in.enableAliasing(true);
        return in;
    }

    /** Each node but the root is the child of one node before it. */
    private static void refuseNoTree(ForestTree tree) throws InvalidProtocolBufferException {
        if (tree.size() == 0) {
            throw new InvalidProtocolBufferException("A tree has no nodes");
        }
        BitSet children = new BitSet(tree.size());
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isLeaf(node)) {
                refuseChild(node, tree.left()[node], tree.size(), children);
                refuseChild(node, tree.right()[node], tree.size(), children);
            }
        }
        if (children.cardinality() != tree.size() - 1) {
            throw new InvalidProtocolBufferException(
                    "A tree has " + (tree.size() - 1 - children.cardinality()) + " nodes that are no node's child");
        }
    }

    private static void refuseChild(int parent, int child, int size, BitSet children)
            throws InvalidProtocolBufferException {
        if (child <= parent || child >= size || children.get(child)) {
            throw new InvalidProtocolBufferException("Node " + parent + " of a tree has the child " + child
                    + ", which is missing, another node's child, or not after it");
        }
        children.set(child);
    }
}
