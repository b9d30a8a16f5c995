package io.loanflow.forest;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * The trees of a model, their weights and how Tribuo combines them.
 *
 * @param labels every label of the model
 * @param weights one per tree
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ForestMembers(List<ForestTree> trees, List<String> labels, float[] weights, Combination combination) {

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
        List<String> labels = labels(model.getOutputIDInfo());
        if (model instanceof WeightedEnsembleModel<Label> ensemble) {
            EnsembleParts parts = EnsembleParts.of(ensemble);
            List<ForestTree> trees = new ArrayList<>();
            ensemble.getModels().forEach(member -> trees.add(tree(member)));
            return new ForestMembers(
                    trees,
                    labels,
                    parts.weights(),
                    combination(parts.combiner().getClass().getName()));
        }
        return new ForestMembers(List.of(tree(model)), labels, new float[] {1}, Combination.NONE);
    }

    static List<String> labels(ImmutableOutputInfo<Label> outputs) {
        return outputs.getDomain().stream().map(Label::getLabel).sorted().toList();
    }

    private static ForestTree tree(Model<Label> model) {
        if (model instanceof TreeModel<Label> tree && tree.getRoot() != null) {
            return new ForestTree(tree.getRoot(), tree.getFeatureIDMap());
        }
        throw new IllegalArgumentException("The model '" + model.getName() + "' is a "
                + model.getClass().getSimpleName()
                + ": give a TreeModel with one root, or a WeightedEnsembleModel of such trees");
    }

    /** @param combiner the name of Tribuo's class */
    static Combination combination(String combiner) {
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
