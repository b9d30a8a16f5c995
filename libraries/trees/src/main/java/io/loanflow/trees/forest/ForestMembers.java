package io.loanflow.trees.forest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * The trees of a model, their weights and how Tribuo combines them.
 *
 * @param leaves the distinct leaves, by their numbers in the trees
 * @param labels every label of the model
 * @param weights one per tree
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ForestMembers(
        List<ForestTree> trees,
        List<LeafNode<Label>> leaves,
        List<String> labels,
        float[] weights,
        Combination combination) {

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
        List<LeafNode<Label>> leaves = new ArrayList<>();
        if (model instanceof WeightedEnsembleModel<Label> ensemble) {
            EnsembleParts parts = EnsembleParts.of(ensemble);
            return new ForestMembers(
                    trees(ensemble.getModels(), leaves),
                    leaves,
                    labels,
                    parts.weights(),
                    combination(parts.combiner().getClass().getName()));
        }
        return new ForestMembers(trees(List.of(model), leaves), leaves, labels, new float[] {1}, Combination.NONE);
    }

    /** @param leaves receives the distinct leaves */
    private static List<ForestTree> trees(List<Model<Label>> models, List<LeafNode<Label>> leaves) {
        IdentityHashMap<LeafNode<Label>, Integer> numbers = new IdentityHashMap<>();
        ToIntFunction<LeafNode<Label>> number = leaf -> numbers.computeIfAbsent(leaf, distinct -> {
            leaves.add(distinct);
            return numbers.size();
        });
        List<ForestTree> trees = new ArrayList<>();
        for (Model<Label> model : models) {
            trees.add(tree(model, number));
        }
        return trees;
    }

    static List<String> labels(ImmutableOutputInfo<Label> outputs) {
        return outputs.getDomain().stream().map(Label::getLabel).sorted().toList();
    }

    private static ForestTree tree(Model<Label> model, ToIntFunction<LeafNode<Label>> leafNumber) {
        if (model instanceof TreeModel<Label> tree && tree.getRoot() != null) {
            return ForestTree.of(tree.getRoot(), tree.getFeatureIDMap(), leafNumber);
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
