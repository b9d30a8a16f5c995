package io.loanflow.trees.forest;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.OutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/**
 * Writes and reads forests in Tribuo's protobuf format. The same content as Tribuo's own, many times as fast: Tribuo looks the
 * class of each leaf's labels up by reflection, while here equal leaves are translated once.
 */
public final class ForestFile {

    private ForestFile() {}

    /**
     * What {@link #write} writes; without a second copy, which a stream that grows would have.
     *
     * @throws IllegalArgumentException if it would be larger than 2 GiB
     */
    public static byte[] bytes(WeightedEnsembleModel<Label> forest) throws IOException {
        return ensemble(forest).bytes();
    }

    /**
     * Writes what {@code model.serializeToStream(out)} would write, and any Tribuo reads. Beside the file's bytes, messages of no more
     * trees than there are threads are in memory.
     *
     * @param model an ensemble of trees; any other model is left to Tribuo
     */
    public static void write(Model<Label> model, OutputStream out) throws IOException {
        if (model instanceof WeightedEnsembleModel<Label> ensemble
                && ensemble.getModels().stream().allMatch(ForestFile::isTree)) {
            ensemble(ensemble).writeTo(out);
        } else {
            model.serializeToStream(out);
        }
    }

    private static boolean isTree(Model<Label> model) {
        return model instanceof TreeModel<Label> tree && tree.getRoot() != null;
    }

    private static EnsembleMessage ensemble(WeightedEnsembleModel<Label> ensemble) {
        EnsembleParts parts = EnsembleParts.of(ensemble);
        NodeWriter nodes = new NodeWriter();
        List<ByteString> members = ensemble.getModels().parallelStream()
                .map(member -> tree((TreeModel<Label>) member, nodes).toByteString())
                .toList();
        WeightedEnsembleModelProto.Builder end = WeightedEnsembleModelProto.newBuilder()
                .setCombiner(parts.combiner().serialize());
        for (float weight : parts.weights()) {
            end.addWeights(weight);
        }
        return new EnsembleMessage(
                WeightedEnsembleModelProto.newBuilder()
                        .setMetadata(metadata(ensemble, true))
                        .build(),
                members,
                end.build());
    }

    private static ModelProto tree(TreeModel<Label> tree, NodeWriter nodes) {
        TreeModelProto.Builder proto =
                TreeModelProto.newBuilder().setMetadata(metadata(tree, tree.generatesProbabilities()));
        nodes.write(tree.getRoot(), proto);
        return ModelProto.newBuilder()
                .setClassName(TreeModel.class.getName())
                .setSerializedData(Any.pack(proto.build()))
                .build();
    }

    private static ModelDataProto metadata(Model<Label> model, boolean generatesProbabilities) {
        return new ModelDataCarrier<>(
                        model.getName(),
                        model.getProvenance(),
                        model.getFeatureIDMap(),
                        model.getOutputIDInfo(),
                        generatesProbabilities,
                        model.getProvenance().getTribuoVersion())
                .serialize();
    }

    static ForestMembers read(byte[] file) throws IOException {
        CodedInputStream bytes = TreeReader.stream(UnsafeByteOperations.unsafeWrap(file));
        ModelProto proto = ModelProto.parseFrom(bytes);
        try {
            if (proto.getClassName().equals(WeightedEnsembleModel.class.getName())) {
                return ensemble(WeightedEnsembleModelProto.parseFrom(content(proto)));
            }
            return ForestMembers.of(Model.deserialize(proto).castModel(Label.class));
        } catch (IllegalStateException | ClassCastException e) {
            throw new IOException("The file is no Tribuo model of labels: " + e.getMessage(), e);
        }
    }

    /** The message within the redirection, not copied. */
    private static CodedInputStream content(ModelProto proto) {
        return TreeReader.stream(proto.getSerializedData().getValue());
    }

    private static ForestMembers ensemble(WeightedEnsembleModelProto proto) {
        LeafReader leaves = new LeafReader();
        TreeReader reader = new TreeReader(leaves);
        List<ForestTree> trees = proto.getModelsList().parallelStream()
                .map(member -> tree(member, reader))
                .toList();
        float[] weights = new float[proto.getWeightsCount()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = proto.getWeights(i);
        }
        if (trees.isEmpty() || trees.size() != weights.length) {
            throw new IllegalStateException("it has " + trees.size() + " trees and " + weights.length + " weights");
        }
        return new ForestMembers(
                trees,
                leaves.leaves(),
                labels(proto.getMetadata()),
                weights,
                ForestMembers.combination(proto.getCombiner().getClassName()));
    }

    private static ForestTree tree(ModelProto proto, TreeReader reader) {
        if (!proto.getClassName().equals(TreeModel.class.getName())) {
            throw new IllegalStateException("a member is a " + proto.getClassName() + " and not a tree");
        }
        try {
            return reader.read(proto.getSerializedData().getValue());
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<String> labels(ModelDataProto metadata) {
        return ((OutputInfo<?>) OutputInfo.deserialize(metadata.getOutputDomain()))
                .getDomain().stream()
                        .map(label -> ((Label) label).getLabel())
                        .sorted()
                        .toList();
    }
}
