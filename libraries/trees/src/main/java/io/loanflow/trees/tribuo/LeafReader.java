package io.loanflow.trees.tribuo;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.loanflow.trees.forest.Forest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.protos.LeafNodeProto;
import org.tribuo.protos.core.OutputProto;

/** Reads leaves, each distinct one once: in full trees nearly all have a single label. Thread-safe. */
final class LeafReader {

    private final List<String> labels;

    private final Map<ByteString, double[]> known = new ConcurrentHashMap<>();

    /** The labels in the order in which leaves have them. */
    private volatile List<String> written;

    /** @param labels of the forest, in lexicographic order */
    LeafReader(List<String> labels) {
        this.labels = labels;
        this.written = labels;
    }

    /**
     * The numbers of a leaf: the probability of each label, and the place of the label that it votes for.
     *
     * @param leaf the bytes of a {@code LeafNodeProto}
     */
    double[] numbers(ByteString leaf) throws IOException {
        ByteString content = withoutPlace(leaf);
        double[] numbers = known.get(content);
        if (numbers == null) {
            numbers = numbers(LeafNodeProto.parseFrom(content));
            known.put(content, numbers);
        }
        return numbers;
    }

    /** The places of the labels in the order in which Tribuo adds their probabilities. */
    List<Integer> summation() {
        return Forest.summation(labels, written);
    }

    private double[] numbers(LeafNodeProto leaf) {
        double[] numbers = new double[labels.size() + 1];
        for (OutputProto score : leaf.getScoreMap().values()) {
            Label label = (Label) Output.deserialize(score);
            numbers[place(label.getLabel())] = label.getScore();
        }
        numbers[labels.size()] = place(((Label) Output.deserialize(leaf.getOutput())).getLabel());
        Set<String> order = new LinkedHashSet<>(leaf.getScoreMap().keySet());
        order.addAll(labels);
        written = List.copyOf(order);
        return numbers;
    }

    private int place(String label) {
        int place = labels.indexOf(label);
        if (place < 0) {
            throw new IllegalStateException("a leaf has the label '" + label + "' and the model " + labels);
        }
        return place;
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
