package io.loanflow.trees.forest;

import io.loanflow.trees.grow.Bootstrap;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.TrainingTable;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.ensemble.WeightedEnsembleModel;

/** A forest together with the rows it was trained on and which of them each tree has seen. */
final class TrainedTrees {

    private final TrainingTable table;

    private final ForestMembers members;

    private final Bootstrap bootstrap;

    private TrainedTrees(TrainingTable table, ForestMembers members, Bootstrap bootstrap) {
        this.table = table;
        this.members = members;
        this.bootstrap = bootstrap;
    }

    /** @throws IllegalArgumentException if the model was trained on another table or with other parameters */
    static TrainedTrees of(WeightedEnsembleModel<Label> model, TrainingTable table, ForestParameters parameters) {
        require(
                model.getNumModels() == parameters.trees(),
                "The model has " + model.getNumModels() + " trees and the parameters say " + parameters.trees());
        int examples = model.getProvenance().getDatasetProvenance().getNumExamples();
        require(
                examples == table.rows(),
                "The model was trained on " + examples + " rows and the table has " + table.rows());
        require(
                List.copyOf(model.getFeatureIDMap().keySet()).containsAll(table.featureNames())
                        && model.getFeatureIDMap().size()
                                == table.featureNames().size(),
                "The model was trained on other features than " + table.featureNames());
        require(
                ForestMembers.labels(model.getOutputIDInfo()).equals(table.labelNames()),
                "The model was trained on other labels than " + table.labelNames());
        return new TrainedTrees(table, ForestMembers.of(model), new Bootstrap(parameters, table.rows()));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(
                    message + ": give the table and the parameters that the model was trained with");
        }
    }

    int size() {
        return members.trees().size();
    }

    TrainingTable table() {
        return table;
    }

    ForestTree tree(int tree) {
        return members.trees().get(tree);
    }

    List<LeafNode<Label>> leaves() {
        return members.leaves();
    }

    /** How often a tree has seen each row. */
    char[] weights(int tree) {
        char[] weights = new char[table.rows()];
        bootstrap.draw(tree, weights);
        return weights;
    }

    /** Per feature id of a tree, the position of the feature in the table. */
    int[] positions(int tree) {
        int[] positions = new int[tree(tree).features().size()];
        for (int id = 0; id < positions.length; id++) {
            positions[id] =
                    table.featureNames().indexOf(tree(tree).features().get(id).getName());
        }
        return positions;
    }

    /** The node of the leaf that a row comes to. */
    int leaf(ForestTree tree, int[] positions, int row) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            double value = table.column(positions[tree.featureIds()[node]])[row];
            node = value > tree.thresholds()[node] ? tree.right()[node] : tree.left()[node];
        }
        return node;
    }
}
