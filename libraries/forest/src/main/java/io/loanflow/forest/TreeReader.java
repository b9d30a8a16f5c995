package io.loanflow.forest;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
        ByteString metadata = ByteString.EMPTY;
        List<ByteString> nodes = new ArrayList<>();
        CodedInputStream in = stream(tree);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case TreeModelProto.METADATA_FIELD_NUMBER -> metadata = in.readBytes();
                case TreeModelProto.NODES_FIELD_NUMBER -> nodes.add(in.readBytes());
                default -> in.skipField(tag);
            }
        }
        ForestTree result = ForestTree.ofSize(features(metadata), nodes.size());
        for (int node = 0; node < nodes.size(); node++) {
            readNode(node, nodes.get(node), result);
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

    private void readNode(int node, ByteString bytes, ForestTree tree) throws IOException {
        ByteString any = field(bytes, TreeNodeProto.SERIALIZED_DATA_FIELD_NUMBER);
        ByteString data = field(any, Any.VALUE_FIELD_NUMBER);
        if (field(any, Any.TYPE_URL_FIELD_NUMBER).endsWith(SPLIT)) {
            readSplit(node, data, tree);
        } else {
            tree.leaf(node, leaves.number(data));
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
