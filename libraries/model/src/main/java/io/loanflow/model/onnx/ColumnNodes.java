package io.loanflow.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import io.loanflow.trees.onnx.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes features of a column as its encoding does: each column is an input of the graph under its own name. */
final class ColumnNodes {

    /** Stands for a missing category, as a text cannot be missing in a graph; no category is empty. */
    private static final String MISSING = "";

    /** A text that no category is. */
    private static final String NONE_OF_THEM = "\0";

    private final Graph graph;

    ColumnNodes(Graph graph) {
        this.graph = graph;
    }

    /** Whole numbers that are never missing are such; all other numbers are floats, which may be NaN. */
    static boolean isWhole(Column column) {
        return column.type() == ColumnType.INTEGER && !column.missingAllowed();
    }

    /** A block with a column for each feature. */
    String features(Column column, ColumnEncoding encoding) {
        if (encoding instanceof NumericEncoding numeric) {
            return number(column, numeric);
        }
        String texts = graph.input(column.name(), DataType.STRING);
        if (encoding instanceof OneHotEncoding oneHot) {
            return oneHot(texts, oneHot);
        }
        List<String> categories = encoding instanceof OrdinalEncoding ordinal
                ? ordinal.categories()
                : ((FrequencyEncoding) encoding).categories();
        return looked(texts, encoding, categories);
    }

    private String number(Column column, NumericEncoding encoding) {
        String given = isWhole(column)
                ? graph.cast(graph.input(column.name(), DataType.INT64), DataType.DOUBLE)
                : graph.input(column.name(), DataType.DOUBLE);
        String number = graph.column(given);
        String missing = graph.node("IsNaN", number);
        String known = graph.node("Where", missing, graph.number(encoding.missingValue()), number);
        String centred = graph.node("Sub", known, graph.number(encoding.mean()));
        String feature = graph.node("Div", centred, graph.number(encoding.deviation()));
        return encoding.tellsMissing()
                ? graph.columns(List.of(feature, graph.cast(missing, DataType.DOUBLE)))
                : feature;
    }

    /** By the place of the category that each feature stands for. */
    private String oneHot(String texts, OneHotEncoding encoding) {
        int categories = encoding.categories().size();
        LongStream own = LongStream.range(0, categories);
        LongStream other = encoding.hasOther() ? LongStream.of(categories + 1) : LongStream.empty();
        String standFor = graph.wholes(LongStream.concat(own, other).toArray());
        String place = graph.column(places(texts, encoding.categories()));
        return graph.cast(graph.node("Equal", place, standFor), DataType.DOUBLE);
    }

    /** From a table of what the encoding itself makes of each category, of a missing one and of any other. */
    private String looked(String texts, ColumnEncoding encoding, List<String> categories) {
        List<@Nullable String> cases = new ArrayList<>(categories);
        cases.add(null);
        cases.add(NONE_OF_THEM);
        FeatureEncoder encoder = new FeatureEncoder(List.of(encoding));
        int width = encoding.featureNames().size();
        double[] table = new double[cases.size() * width];
        double[] features = new double[width];
        for (int i = 0; i < cases.size(); i++) {
            encoder.encode(new double[1], new @Nullable String[] {cases.get(i)}, features);
            System.arraycopy(features, 0, table, i * width, width);
        }
        return graph.entries(graph.numbers(table, cases.size(), width), places(texts, categories));
    }

    /** Those of the categories, one for a missing one, and one for every other. */
    private String places(String texts, List<String> categories) {
        List<String> keys = new ArrayList<>(categories);
        keys.add(MISSING);
        return graph.places(texts, keys, keys.size());
    }
}
