package io.loanflow.trees.onnx;

import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.score.ForestScorer;
import java.util.List;

/** A forest's probability. */
final class ForestNodes {

    private final Forest forest;
    private final String positiveLabel;

    ForestNodes(Forest forest, String positiveLabel) {
        this.forest = forest;
        this.positiveLabel = positiveLabel;
    }

    String score(Graph graph, String block, List<String> features) {
        int[] places = forest.features().stream().mapToInt(features::indexOf).toArray();
        return new SumNodes(ForestScorer.sums(forest, positiveLabel)).in(graph, block, places);
    }
}
