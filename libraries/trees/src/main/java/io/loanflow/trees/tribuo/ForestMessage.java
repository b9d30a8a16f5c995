package io.loanflow.trees.tribuo;

import com.google.protobuf.ByteString;
import io.loanflow.trees.forest.Combination;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.tree.Tree;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.OutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelDataProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/**
 * A forest's file whose trees are yet to be read.
 *
 * @param trees each a {@code TreeModelProto} in its {@link ModelProto}
 */
record ForestMessage(ModelDataProto metadata, List<ModelProto> trees, List<Float> weights, Combination combination) {

    /**
     * Of the model of a file.
     *
     * @throws IllegalStateException if it is no forest, nor a tree
     */
    static ForestMessage of(ModelProto model) throws IOException {
        ByteString content = model.getSerializedData().getValue();
        if (model.getClassName().equals(WeightedEnsembleModel.class.getName())) {
            return of(WeightedEnsembleModelProto.parseFrom(TreeReader.stream(content)));
        }
        refuseOther(model);
        ModelDataProto metadata = ModelDataProto.parseFrom(TreeReader.metadata(content));
        return new ForestMessage(metadata, List.of(model), List.of(1f), Combination.NONE);
    }

    private static ForestMessage of(WeightedEnsembleModelProto ensemble) {
        if (ensemble.getModelsCount() == 0 || ensemble.getModelsCount() != ensemble.getWeightsCount()) {
            throw new IllegalStateException(
                    "it has " + ensemble.getModelsCount() + " trees and " + ensemble.getWeightsCount() + " weights");
        }
        return new ForestMessage(
                ensemble.getMetadata(),
                ensemble.getModelsList(),
                ensemble.getWeightsList(),
                combination(ensemble.getCombiner().getClassName()));
    }

    /** @param combiner the name of Tribuo's class */
    private static Combination combination(String combiner) {
        if (combiner.equals(VotingCombiner.class.getName())) {
            return Combination.VOTING;
        }
        if (combiner.equals(FullyWeightedVotingCombiner.class.getName())) {
            return Combination.FULLY_WEIGHTED;
        }
        throw new IllegalArgumentException("The ensemble is combined by " + combiner
                + ": train it with Tribuo's VotingCombiner or FullyWeightedVotingCombiner");
    }

    /** Name, provenance, features and labels. */
    ModelFacts facts() {
        return ModelFacts.of(ModelDataCarrier.deserialize(metadata));
    }

    /** The trees. */
    Forest forest() {
        List<String> features = names((ImmutableFeatureMap) FeatureMap.deserialize(metadata.getFeatureDomain()));
        List<String> labels = ((OutputInfo<?>) OutputInfo.deserialize(metadata.getOutputDomain()))
                .getDomain().stream()
                        .map(label -> ((Label) label).getLabel())
                        .sorted()
                        .toList();
        LeafReader leaves = new LeafReader(labels);
        TreeReader reader = new TreeReader(features, leaves);
        List<Tree> read = trees.parallelStream().map(tree -> read(tree, reader)).toList();
        return new Forest(features, labels, leaves.summation(), read, weights, combination);
    }

    static List<String> names(ImmutableFeatureMap features) {
        return IntStream.range(0, features.size())
                .mapToObj(id -> features.get(id).getName())
                .toList();
    }

    private static Tree read(ModelProto member, TreeReader reader) {
        refuseOther(member);
        try {
            return reader.read(member.getSerializedData().getValue());
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void refuseOther(ModelProto model) {
        if (!model.getClassName().equals(TreeModel.class.getName())) {
            throw new IllegalStateException("a " + model.getClassName()
                    + " is neither a TreeModel with one root nor a WeightedEnsembleModel of such trees");
        }
    }

    /** The trees as they were read, to be written again. */
    List<MemberMessage> members() {
        return trees.stream().<MemberMessage>map(MemberMessage.Read::new).toList();
    }
}
