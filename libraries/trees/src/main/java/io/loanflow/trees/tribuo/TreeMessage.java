package io.loanflow.trees.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import io.loanflow.trees.tree.Tree;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.common.tree.protos.LeafNodeProto;
import org.tribuo.common.tree.protos.SplitNodeProto;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.common.tree.protos.TreeNodeProto;
import org.tribuo.protos.core.ModelProto;

/**
 * A tree as Tribuo writes it: nodes breadth first, the greater side first, each in an {@code Any} with its class name. Written field by field:
 * an object for each node is what makes Tribuo slow. Nodes' covers follow in a field of our own, which Tribuo passes over.
 */
record TreeMessage(Tree tree, MemberFacts facts) implements MemberMessage {

    /** Of {@code TreeModelProto}: the covers of the nodes in their order, one varint each. Tribuo's own numbers are below 10. */
    static final int COVERS_FIELD_NUMBER = 1001;

    private static final byte[] MODEL = bytes(
            ModelProto.newBuilder().setClassName(TreeModel.class.getName()).build());

    /** Tribuo gives splits the class name of leaves as well. */
    private static final byte[] NODE = bytes(
            TreeNodeProto.newBuilder().setClassName(LeafNode.class.getName()).build());

    private static final byte[] TREE_TYPE = type(TreeModelProto.getDefaultInstance());

    private static final byte[] SPLIT_TYPE = type(SplitNodeProto.getDefaultInstance());

    private static final byte[] LEAF_TYPE = type(LeafNodeProto.getDefaultInstance());

    private static byte[] bytes(Message message) {
        return message.toByteArray();
    }

    private static byte[] type(Message message) {
        return bytes(Any.newBuilder().setTypeUrl(Any.pack(message).getTypeUrl()).build());
    }

    @Override
    public int size() {
        return MODEL.length
                + size(ModelProto.SERIALIZED_DATA_FIELD_NUMBER, typed(TREE_TYPE, contentSize(new TreeLayout(tree))));
    }

    @Override
    public void writeTo(CodedOutputStream out) throws IOException {
        TreeLayout layout = new TreeLayout(tree);
        int content = contentSize(layout);
        out.writeRawBytes(MODEL);
        typedHeader(out, ModelProto.SERIALIZED_DATA_FIELD_NUMBER, TREE_TYPE, content);
        writeContent(layout, out);
    }

    private int contentSize(TreeLayout layout) {
        CodedOutputStream out = CodedOutputStream.newInstance(OutputStream.nullOutputStream());
        try {
            writeContent(layout, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written to", e);
        }
        return out.getTotalBytesWritten();
    }

    private void writeContent(TreeLayout layout, CodedOutputStream out) throws IOException {
        out.writeByteArray(TreeModelProto.METADATA_FIELD_NUMBER, facts.metadata());
        double[] impurities = facts.impurities().of(tree);
        byte[][] leaves = facts.leaves(tree, impurities);
        for (int i = 0; i < layout.nodes(); i++) {
            int node = layout.node(i);
            if (tree.isLeaf(node)) {
                writeLeaf(layout, i, leaves[tree.kind(node)], out);
            } else {
                writeSplit(layout, i, impurities[node], out);
            }
        }
        writeCovers(layout, out);
    }

    private void writeLeaf(TreeLayout layout, int i, byte[] content, CodedOutputStream out) throws IOException {
        int size = int32Size(LeafNodeProto.PARENT_IDX_FIELD_NUMBER, layout.parent(i))
                + int32Size(LeafNodeProto.CUR_IDX_FIELD_NUMBER, i)
                + content.length;
        nodeHeader(out, LEAF_TYPE, size);
        writeInt32(out, LeafNodeProto.PARENT_IDX_FIELD_NUMBER, layout.parent(i));
        writeInt32(out, LeafNodeProto.CUR_IDX_FIELD_NUMBER, i);
        out.writeRawBytes(content);
    }

    private void writeSplit(TreeLayout layout, int i, double impurity, CodedOutputStream out) throws IOException {
        int greater = layout.greaterChild(i);
        int feature = facts.featureIds()[tree.feature(layout.node(i))];
        double threshold = tree.threshold(layout.node(i));
        int size = int32Size(SplitNodeProto.PARENT_IDX_FIELD_NUMBER, layout.parent(i))
                + int32Size(SplitNodeProto.CUR_IDX_FIELD_NUMBER, i)
                + int32Size(SplitNodeProto.GREATER_THAN_IDX_FIELD_NUMBER, greater)
                + int32Size(SplitNodeProto.LESS_THAN_OR_EQUAL_IDX_FIELD_NUMBER, greater + 1)
                + int32Size(SplitNodeProto.SPLIT_FEATURE_IDX_FIELD_NUMBER, feature)
                + doubleSize(SplitNodeProto.SPLIT_VALUE_FIELD_NUMBER, threshold)
                + doubleSize(SplitNodeProto.IMPURITY_FIELD_NUMBER, impurity);
        nodeHeader(out, SPLIT_TYPE, size);
        writeInt32(out, SplitNodeProto.PARENT_IDX_FIELD_NUMBER, layout.parent(i));
        writeInt32(out, SplitNodeProto.CUR_IDX_FIELD_NUMBER, i);
        writeInt32(out, SplitNodeProto.GREATER_THAN_IDX_FIELD_NUMBER, greater);
        writeInt32(out, SplitNodeProto.LESS_THAN_OR_EQUAL_IDX_FIELD_NUMBER, greater + 1);
        writeInt32(out, SplitNodeProto.SPLIT_FEATURE_IDX_FIELD_NUMBER, feature);
        writeDouble(out, SplitNodeProto.SPLIT_VALUE_FIELD_NUMBER, threshold);
        writeDouble(out, SplitNodeProto.IMPURITY_FIELD_NUMBER, impurity);
    }

    private void writeCovers(TreeLayout layout, CodedOutputStream out) throws IOException {
        int size = 0;
        for (int node = 0; node < tree.nodes(); node++) {
            size += CodedOutputStream.computeUInt32SizeNoTag(tree.cover(node));
        }
        EnsembleMessage.header(out, COVERS_FIELD_NUMBER, size);
        for (int i = 0; i < layout.nodes(); i++) {
            out.writeUInt32NoTag(tree.cover(layout.node(i)));
        }
    }

    private static void nodeHeader(CodedOutputStream out, byte[] type, int size) throws IOException {
        EnsembleMessage.header(
                out,
                TreeModelProto.NODES_FIELD_NUMBER,
                NODE.length + size(TreeNodeProto.SERIALIZED_DATA_FIELD_NUMBER, typed(type, size)));
        out.writeRawBytes(NODE);
        typedHeader(out, TreeNodeProto.SERIALIZED_DATA_FIELD_NUMBER, type, size);
    }

    /** Begins an {@code Any}. */
    private static void typedHeader(CodedOutputStream out, int field, byte[] type, int size) throws IOException {
        EnsembleMessage.header(out, field, typed(type, size));
        out.writeRawBytes(type);
        EnsembleMessage.header(out, Any.VALUE_FIELD_NUMBER, size);
    }

    /** The size of an {@code Any}. */
    private static int typed(byte[] type, int size) {
        return type.length + size(Any.VALUE_FIELD_NUMBER, size);
    }

    private static int size(int field, int content) {
        return Math.toIntExact(EnsembleMessage.sizeWithHeader(field, content));
    }

    // Protobuf leaves out what is 0.

    private static int int32Size(int field, int value) {
        return value == 0 ? 0 : CodedOutputStream.computeInt32Size(field, value);
    }

    private static void writeInt32(CodedOutputStream out, int field, int value) throws IOException {
        if (value != 0) {
            out.writeInt32(field, value);
        }
    }

    private static int doubleSize(int field, double value) {
        return Double.doubleToRawLongBits(value) == 0 ? 0 : CodedOutputStream.computeDoubleSize(field, value);
    }

    private static void writeDouble(CodedOutputStream out, int field, double value) throws IOException {
        if (Double.doubleToRawLongBits(value) != 0) {
            out.writeDouble(field, value);
        }
    }
}
