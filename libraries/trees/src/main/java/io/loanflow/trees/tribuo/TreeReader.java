package io.loanflow.trees.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.loanflow.trees.tree.Tree;
import java.io.IOException;
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
 * Reads trees that Tribuo or {@link TreeMessage} wrote, field by field: an object for each of a million nodes is what makes
 * Tribuo slow. Thread-safe.
 */
final class TreeReader {

    private static final ByteString SPLIT =
            ByteString.copyFromUtf8("/" + SplitNodeProto.getDescriptor().getFullName());

    private final List<String> features;

    private final LeafReader leaves;

    /** By what a tree says of its features, their places in the forest's. Every tree of a forest says the same again. */
    private final Map<ByteString, int[]> domains = new ConcurrentHashMap<>();

    /** @param features of the forest */
    TreeReader(List<String> features, LeafReader leaves) {
        this.features = features;
        this.leaves = leaves;
    }

    /**
     * Reads one tree.
     *
     * @param tree the bytes of a {@code TreeModelProto}
     * @throws InvalidProtocolBufferException if they are damaged or the nodes make no tree
     */
    Tree read(ByteString tree) throws IOException {
        ReadNodes nodes = new ReadNodes(count(tree, TreeModelProto.NODES_FIELD_NUMBER), places(metadata(tree)));
        int node = 0;
        CodedInputStream in = stream(tree);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case TreeModelProto.NODES_FIELD_NUMBER -> {
                    int outer = in.pushLimit(in.readUInt32());
                    readNode(node++, in, nodes);
                    in.popLimit(outer);
                }
                case TreeMessage.COVERS_FIELD_NUMBER -> nodes.covers(stream(in.readBytes()));
                default -> in.skipField(tag);
            }
        }
        return nodes.tree();
    }

    /** The bytes of the {@code ModelDataProto} of a tree. */
    static ByteString metadata(ByteString tree) throws IOException {
        return field(tree, TreeModelProto.METADATA_FIELD_NUMBER);
    }

    private int[] places(ByteString metadata) throws IOException {
        ByteString domain = field(metadata, ModelDataProto.FEATURE_DOMAIN_FIELD_NUMBER);
        int[] known = domains.get(domain);
        if (known == null) {
            known =
                    ForestMessage.names(
                                    (ImmutableFeatureMap) FeatureMap.deserialize(FeatureDomainProto.parseFrom(domain)))
                            .stream()
                            .mapToInt(features::indexOf)
                            .toArray();
            domains.put(domain, known);
        }
        return known;
    }

    /** @param in ends with the node */
    private void readNode(int node, CodedInputStream in, ReadNodes nodes) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == TreeNodeProto.SERIALIZED_DATA_FIELD_NUMBER) {
                int outer = in.pushLimit(in.readUInt32());
                readContent(node, in, nodes);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
    }

    /** @param in ends with the message in which Tribuo wraps a node of any kind */
    private void readContent(int node, CodedInputStream in, ReadNodes nodes) throws IOException {
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
            readSplit(node, content, nodes);
        } else {
            nodes.leaf(node, leaves.numbers(content));
        }
    }

    private static void readSplit(int node, ByteString data, ReadNodes nodes) throws IOException {
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
        nodes.split(node, feature, threshold);
        nodes.children(node, left, right);
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
}
