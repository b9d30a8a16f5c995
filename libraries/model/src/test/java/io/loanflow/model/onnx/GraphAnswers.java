package io.loanflow.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a real ONNX runtime says of rows.
 *
 * @param decisions by row
 * @param probabilities by row
 */
@SuppressWarnings("ArrayRecordComponent")
public record GraphAnswers(String[] decisions, double[] probabilities) {

    /** Rows that are asked for together: each tree has a number of each of them. */
    private static final int BLOCK = 5000;

    public static GraphAnswers of(byte[] graph, DatasetDefinition definition, List<Row> rows) throws OrtException {
        GraphAnswers all = new GraphAnswers(new String[rows.size()], new double[rows.size()]);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(graph)) {
            for (int from = 0; from < rows.size(); from += BLOCK) {
                List<Row> block = rows.subList(from, Math.min(rows.size(), from + BLOCK));
                Map<String, OnnxTensor> columns = columns(definition.features(), block);
                try (OrtSession.Result result = session.run(columns)) {
                    System.arraycopy(result.get(0).getValue(), 0, all.decisions, from, block.size());
                    System.arraycopy(result.get(1).getValue(), 0, all.probabilities, from, block.size());
                } finally {
                    columns.values().forEach(OnnxTensor::close);
                }
            }
        }
        return all;
    }

    private static Map<String, OnnxTensor> columns(List<Column> features, List<Row> rows) throws OrtException {
        Map<String, OnnxTensor> columns = new LinkedHashMap<>();
        for (int i = 0; i < features.size(); i++) {
            columns.put(
                    features.get(i).name(),
                    OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), column(features.get(i), i, rows)));
        }
        return columns;
    }

    private static Object column(Column column, int place, List<Row> rows) {
        if (!column.type().isNumeric()) {
            return rows.stream().map(row -> text(row.categories()[place])).toArray(String[]::new);
        }
        double[] numbers =
                rows.stream().mapToDouble(row -> row.numbers()[place]).toArray();
        return DecisionGraph.isWhole(column)
                ? rows.stream().mapToLong(row -> (long) row.numbers()[place]).toArray()
                : numbers;
    }

    private static String text(@Nullable String category) {
        return category == null ? "" : category;
    }
}
