package io.loanflow.forest;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

/**
 * The trees of a model, their weights and how Tribuo combines them.
 *
 * @param labels every label of the model
 * @param weights one per tree
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ForestMembers(List<TreeModel<Label>> trees, List<String> labels, float[] weights, Combination combination) {

    /** How Tribuo makes one prediction of the predictions of the trees. */
    enum Combination {
        /** One tree, whose prediction is the result. */
        NONE,
        /** A tree gives its weight to its most likely label. */
        VOTING,
        /** A tree spreads its weight over the labels. */
        FULLY_WEIGHTED
    }

    static ForestMembers of(Model<Label> model) {
        List<String> labels = model.getOutputIDInfo().getDomain().stream()
                .map(Label::getLabel)
                .sorted()
                .toList();
        if (model instanceof WeightedEnsembleModel<Label> ensemble) {
            List<TreeModel<Label>> trees = new ArrayList<>();
            ensemble.getModels().forEach(member -> trees.add(tree(member)));
            WeightedEnsembleModelProto proto = proto(ensemble);
            return new ForestMembers(trees, labels, weights(proto), combination(proto));
        }
        return new ForestMembers(List.of(tree(model)), labels, new float[] {1}, Combination.NONE);
    }

    private static TreeModel<Label> tree(Model<Label> model) {
        if (model instanceof TreeModel<Label> tree && tree.getRoot() != null) {
            return tree;
        }
        throw new IllegalArgumentException("The model '" + model.getName() + "' is a "
                + model.getClass().getSimpleName()
                + ": give a TreeModel with one root, or a WeightedEnsembleModel of such trees");
    }

    /** Tribuo shows an ensemble's weights and combiner in its protobuf only. */
    private static WeightedEnsembleModelProto proto(WeightedEnsembleModel<Label> ensemble) {
        try {
            return ensemble.serialize().getSerializedData().unpack(WeightedEnsembleModelProto.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("The ensemble '" + ensemble.getName() + "' cannot be read", e);
        }
    }

    private static float[] weights(WeightedEnsembleModelProto proto) {
        float[] weights = new float[proto.getWeightsCount()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = proto.getWeights(i);
        }
        return weights;
    }

    private static Combination combination(WeightedEnsembleModelProto proto) {
        String combiner = proto.getCombiner().getClassName();
        if (combiner.equals(VotingCombiner.class.getName())) {
            return Combination.VOTING;
        }
        if (combiner.equals(FullyWeightedVotingCombiner.class.getName())) {
            return Combination.FULLY_WEIGHTED;
        }
        throw new IllegalArgumentException("The ensemble is combined by " + combiner
                + ": train it with Tribuo's VotingCombiner or FullyWeightedVotingCombiner");
    }
}
