package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.loanflow.trees.tree.Reading;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What splits compare with their thresholds, made of the columns of a block. */
final class ReadingNodes {

    private static final List<AttributeProto> OF_COLUMNS = List.of(Attributes.of("axis", 1));

    private final Graph graph;
    private final String block;
    private final Map<Integer, String> columns = new HashMap<>();

    ReadingNodes(Graph graph, String block) {
        this.graph = graph;
        this.block = block;
    }

    /** @param place of the column that is read; below 0 where the block has none, and no split asks for it */
    String read(Reading reading, int place) {
        String column = columns.computeIfAbsent(
                Math.max(0, place), known -> graph.node("Gather", OF_COLUMNS, block, graph.wholes(known)));
        return switch (reading.kind()) {
            case NUMBER -> column;
            case MISSING_BELOW -> known(column, Double.NEGATIVE_INFINITY);
            case MISSING_ABOVE -> known(column, Double.POSITIVE_INFINITY);
            case CATEGORIES -> categories(reading.categories(), column);
        };
    }

    private String known(String column, double missing) {
        return graph.node("Where", graph.node("IsNaN", column), graph.number(missing), column);
    }

    /** A table says it, with a place before the first category for what is none, and one after the last for all others. */
    private String categories(List<Integer> left, String column) {
        int places = left.stream().mapToInt(Integer::intValue).max().orElse(-1) + 2;
        double[] table = new double[places + 1];
        Arrays.fill(table, 1);
        left.forEach(category -> table[category + 1] = 0);
        String whole = graph.node("Floor", known(column, -1));
        String within = graph.node("Min", graph.number(places), graph.node("Max", graph.number(0), next(whole)));
        return graph.entries(graph.numbers(table, table.length), graph.cast(within, DataType.INT64));
    }

    private String next(String whole) {
        return graph.node("Add", whole, graph.number(1));
    }
}
