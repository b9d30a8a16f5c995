package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.loanflow.trees.score.LeafAddends;
import io.loanflow.trees.score.TreeSums;
import java.util.List;

/** What trees add up to, one addition after the other in the order in which a scorer adds, so that each rounds as it does there. */
final class SumNodes {

    private final TreeSums.Input input;

    SumNodes(TreeSums.Input input) {
        this.input = input;
    }

    /**
     * A column of sums.
     *
     * @param places the column of the block by what trees call their features
     */
    String in(Graph graph, String block, int[] places) {
        int trees = input.trees().size();
        LeafAddends addends = input.leaves();
        String numbers = new LeafNodes(input.trees(), input.leafNumbers()).in(graph, block, places);
        String leaves = graph.cast(numbers, DataType.INT64);
        String values = graph.entries(graph.numbers(addends.values(), addends.values().length), leaves);
        String sum = added(graph, graph.number(input.start()), graph.split(values, trees));
        int stride = addends.stride();
        if (stride == 0) {
            return sum;
        }
        String ofTrees = graph.entries(graph.numbers(addends.masses(), addends.values().length, stride), leaves);
        String masses = graph.node("Reshape", ofTrees, graph.wholes(-1, (long) trees * stride));
        String total = added(graph, graph.number(0), graph.split(masses, trees * stride));
        return graph.node("Div", sum, total);
    }

    private static String added(Graph graph, String start, List<String> addends) {
        String sum = start;
        for (String addend : addends) {
            sum = graph.node("Add", sum, addend);
        }
        return sum;
    }
}
