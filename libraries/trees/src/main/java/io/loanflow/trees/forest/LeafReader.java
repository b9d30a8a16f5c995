package io.loanflow.trees.forest;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.protos.LeafNodeProto;

/** Reads leaves, each distinct one once: in full trees nearly all have a single label. Thread-safe. */
final class LeafReader {

    private final Map<ByteString, Integer> numbers = new ConcurrentHashMap<>();

    private final List<LeafNode<Label>> leaves = new ArrayList<>();

    /**
     * The number of a leaf.
     *
     * @param leaf the bytes of a {@code LeafNodeProto}
     */
    int number(ByteString leaf) throws IOException {
        ByteString content = withoutPlace(leaf);
        Integer known = numbers.get(content);
        return known == null ? add(content) : known;
    }

    /** The distinct leaves by number. */
    synchronized List<LeafNode<Label>> leaves() {
        return List.copyOf(leaves);
    }

    private synchronized int add(ByteString content) throws IOException {
        Integer known = numbers.get(content);
        if (known != null) {
            return known;
        }
        leaves.add(leaf(LeafNodeProto.parseFrom(content)));
        numbers.put(content, leaves.size() - 1);
        return leaves.size() - 1;
    }

    private static LeafNode<Label> leaf(LeafNodeProto proto) {
        Map<String, Label> scores = new HashMap<>();
        proto.getScoreMap().forEach((name, score) -> scores.put(name, (Label) Output.deserialize(score)));
        return new LeafNode<>(
                proto.getImpurity(),
                (Label) Output.deserialize(proto.getOutput()),
                // Copied as Tribuo copies it: the order of the entries decides the order of additions.
                new HashMap<>(scores),
                proto.getGeneratesProbabilities());
    }

    /** What comes after the leaf's and its parent's number, which are written first. */
    private static ByteString withoutPlace(ByteString leaf) throws IOException {
        CodedInputStream in = TreeReader.stream(leaf);
        int start = 0;
        for (int tag = in.readTag(); isPlace(tag); tag = in.readTag()) {
            in.skipField(tag);
            start = in.getTotalBytesRead();
        }
        return leaf.substring(start);
    }

    private static boolean isPlace(int tag) {
        int field = WireFormat.getTagFieldNumber(tag);
        return field == LeafNodeProto.PARENT_IDX_FIELD_NUMBER || field == LeafNodeProto.CUR_IDX_FIELD_NUMBER;
    }
}
