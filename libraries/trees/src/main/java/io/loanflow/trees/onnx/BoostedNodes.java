package io.loanflow.trees.onnx;

import io.loanflow.trees.boosting.BoostedScorer;
import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.tree.Reading;
import java.util.List;
import java.util.stream.IntStream;

/** A boosted model's probability. */
final class BoostedNodes {

    private final BoostedTrees model;

    BoostedNodes(BoostedTrees model) {
        this.model = model;
    }

    String score(Graph graph, String block, List<String> features) {
        SumNodes sum = new SumNodes(BoostedScorer.sums(model));
        int[] places = model.readings().list().stream()
                .mapToInt(reading -> features.indexOf(model.featureNames().get(reading.feature())))
                .toArray();
        String logOdds = model.readings().isPlain()
                ? sum.in(graph, block, places)
                : sum.in(graph, readings(graph, block, places), ranks(places.length));
        return new LogisticNodes(graph).probability(logOdds);
    }

    private String readings(Graph graph, String block, int[] places) {
        ReadingNodes nodes = new ReadingNodes(graph, block);
        List<Reading> readings = model.readings().list();
        return graph.columns(IntStream.range(0, places.length)
                .mapToObj(i -> nodes.read(readings.get(i), places[i]))
                .toList());
    }

    private static int[] ranks(int count) {
        return IntStream.range(0, count).toArray();
    }
}
