package io.loanflow.trees.tribuo;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.tree.Readings;
import io.loanflow.trees.tree.Tree;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;

/**
 * A boosted model as one value of bytes in Tribuo's message: the length of Tribuo's own data of a model and that data, the positive label, the
 * score of no tree, {@link ReadingsFile readings} where trees read more than numbers, and the number of trees; of each tree the number of leaves and, from the root down with lesser values first, each node as its cover and either a feature's id (the number of a reading, where there are such) with
 * a threshold, or -1 with a value. Numbers are big-endian, as {@link DataOutputStream} has them.
 */
final class BoostedTreesFile {

    private static final int LEAF = -1;

    private BoostedTreesFile() {}

    static BytesValue write(ModelDataProto metadata, String positive, BoostedTrees model) {
        ByteString.Output bytes = ByteString.newOutput();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(metadata.getSerializedSize());
            metadata.writeTo(out);
            out.writeUTF(positive);
            out.writeDouble(model.bias());
            if (!model.readings().isPlain()) {
                ReadingsFile.write(model.readings(), out);
            }
            out.writeInt(model.trees().size());
            for (Tree tree : model.trees()) {
                out.writeInt(tree.leaves());
                write(tree, 0, out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written to", e);
        }
        return BytesValue.of(bytes.toByteString());
    }

    private static void write(Tree tree, int node, DataOutputStream out) throws IOException {
        out.writeInt(tree.cover(node));
        if (tree.isLeaf(node)) {
            out.writeInt(LEAF);
            out.writeDouble(tree.value(node, 0));
        } else {
            out.writeInt(tree.feature(node));
            out.writeDouble(tree.threshold(node));
            write(tree, tree.left(node), out);
            write(tree, tree.left(node) + 1, out);
        }
    }

    /** What a message holds. */
    record Content(ModelDataCarrier<?> metadata, String positive, BoostedTrees model) {}

    /** @throws IllegalStateException if the bytes are no such value */
    static Content read(BytesValue message, boolean withReadings) {
        try (DataInputStream in = new DataInputStream(message.getValue().newInput())) {
            int size = in.readInt();
            require(size >= 0 && size <= in.available(), "the data before them is cut off");
            ModelDataCarrier<?> metadata = ModelDataCarrier.deserialize(ModelDataProto.parseFrom(in.readNBytes(size)));
            List<String> names = IntStream.range(0, metadata.featureDomain().size())
                    .mapToObj(id -> metadata.featureDomain().get(id).getName())
                    .toList();
            return trees(in, metadata, names, withReadings);
        } catch (IOException e) {
            throw new IllegalStateException("The trees end in the middle", e);
        }
    }

    private static Content trees(
            DataInputStream in, ModelDataCarrier<?> metadata, List<String> names, boolean withReadings)
            throws IOException {
        String positive = in.readUTF();
        double bias = in.readDouble();
        Readings readings = withReadings ? ReadingsFile.read(in, names.size()) : Readings.plain(names.size());
        int size = in.readInt();
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            trees.add(tree(in, readings.size()));
        }
        require(in.read() == -1, "there are bytes after the last tree");
        return new Content(metadata, positive, new BoostedTrees(names, readings, bias, trees));
    }

    private static Tree tree(DataInputStream in, int features) throws IOException {
        int leaves = in.readInt();
        require(leaves >= 1 && leaves <= in.available(), "a tree has " + leaves + " leaves");
        Tree.Builder tree = new Tree.Builder(leaves, 1);
        // Right children that wait, the next one at the end.
        int[] waiting = new int[leaves];
        int size = 0;
        int left = leaves - 1;
        waiting[size++] = 0;
        while (size > 0) {
            int node = waiting[--size];
            tree.cover(node, in.readInt());
            int feature = in.readInt();
            double number = in.readDouble();
            if (feature == LEAF) {
                tree.value(node, 0, number);
            } else {
                require(feature >= 0 && feature < features, "a tree splits on feature " + feature + " of " + features);
                require(left-- > 0, "a tree has more splits than its leaves have room for");
                int child = tree.split(node, feature, number);
                waiting[size++] = child + 1;
                waiting[size++] = child;
            }
        }
        require(left == 0, "a tree has fewer leaves than it says");
        return tree.build();
    }

    static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalStateException("The trees are damaged: " + problem);
        }
    }
}
