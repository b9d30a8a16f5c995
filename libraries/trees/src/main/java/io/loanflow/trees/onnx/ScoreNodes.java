package io.loanflow.trees.onnx;

import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.forest.Forest;
import java.util.List;

/** Makes the nodes that score rows, to the bit as the scorer of the same trees does. */
@FunctionalInterface
public interface ScoreNodes {

    /**
     * Adds them to a graph.
     *
     * @param block a column of 64-bit floats for each feature
     * @param features what the columns are called; may hold names that the trees do not know
     * @return a column of probabilities of the positive label
     * @throws GraphImpossibleException if no graph says exactly what the trees do
     */
    String in(Graph graph, String block, List<String> features);

    static ScoreNodes of(BoostedTrees trees) {
        return new BoostedNodes(trees)::score;
    }

    static ScoreNodes of(Forest forest, String positiveLabel) {
        return new ForestNodes(forest, positiveLabel)::score;
    }
}
