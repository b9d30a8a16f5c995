package io.loanflow.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.model.calibration.Calibration;
import io.loanflow.trees.onnx.Graph;
import io.loanflow.trees.onnx.GraphImpossibleException;
import io.loanflow.trees.onnx.ScoreNodes;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as one graph: a row's columns in, {@link #DECISION} and {@link #PROBABILITY} out. Its scores are the model's to the last bit, and
 * so are all of its decisions and, without Platt's curve, its probabilities. It refuses no row: that is for who asks it.
 *
 * @param encoder of the definition's features
 * @param trees over the encoder's features
 * @param threshold smallest probability that is decided positive
 */
public record DecisionGraph(
        DatasetDefinition definition,
        FeatureEncoder encoder,
        ScoreNodes trees,
        Calibration calibration,
        double threshold) {

    /** The definition's name for the label that is decided. */
    public static final String DECISION = "decision";

    /** Of the positive label. */
    public static final String PROBABILITY = "probability";

    /**
     * The file; the same of the same model.
     *
     * @throws GraphImpossibleException if no graph says exactly what the model does
     */
    public byte[] bytes() {
        requireOneDefinition();
        requireOwnNames();
        Graph graph = new Graph(definition.name());
        String score = trees.in(graph, features(graph), encoder.featureNames());
        graph.output(decision(graph, score), DECISION, DataType.STRING);
        String probability = new CalibrationNodes(graph).probability(calibration, score);
        graph.output(graph.vector(probability), PROBABILITY, DataType.DOUBLE);
        return graph.bytes("Decides rows of the data set " + definition.name() + ": " + definition.title());
    }

    /** Whether a column's values are whole numbers to the graph; those of others that are numbers are 64-bit floats. */
    public static boolean isWhole(Column column) {
        return ColumnNodes.isWhole(column);
    }

    private void requireOneDefinition() {
        List<String> columns = definition.features().stream().map(Column::name).toList();
        List<String> encoded =
                encoder.encodings().stream().map(ColumnEncoding::column).toList();
        if (!columns.equals(encoded)) {
            throw new GraphImpossibleException("its encoder has other columns than its definition");
        }
    }

    private void requireOwnNames() {
        for (Column column : definition.features()) {
            if (column.name().equals(DECISION) || column.name().equals(PROBABILITY)) {
                throw new GraphImpossibleException("the column " + column.name()
                        + " has the name of what a graph gives out; give it another one in the definition");
            }
        }
    }

    private String features(Graph graph) {
        ColumnNodes nodes = new ColumnNodes(graph);
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < encoder.encodings().size(); i++) {
            ColumnEncoding encoding = encoder.encodings().get(i);
            blocks.add(nodes.features(definition.features().get(i), encoding));
        }
        return graph.columns(blocks);
    }

    private String decision(Graph graph, String score) {
        String reached = graph.node("GreaterOrEqual", score, graph.number(SmallestScore.of(calibration, threshold)));
        String place = graph.cast(graph.vector(reached), DataType.INT64);
        return graph.entries(graph.texts(List.of(definition.negativeName(), definition.positiveName())), place);
    }
}
