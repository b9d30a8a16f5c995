package io.loanflow.training.report;

import io.loanflow.training.evaluation.ConfusionMatrix;
import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.evaluation.GroupComparison;
import io.loanflow.training.evaluation.SliceEvaluation;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The measures of all rows, of each slice and of each protected group as MLflow keeps a table: {@code mlflow.load_table} reads it, and MLflow's
 * pages put those of several runs side by side. A measure that rows do not define is null.
 */
public final class EvaluationTable {

    /** In the run. */
    public static final String FILE = "evaluation_by_slice.json";

    /** Name of the run's tag by which MLflow knows its tables. */
    public static final String TAG = "mlflow.loggedArtifacts";

    private static final List<String> MEASURES =
            List.of("accuracy", "precision", "recall", "f1", Evaluation.ROC_AUC, "pr_auc", "log_loss", "brier");

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EvaluationTable() {}

    /** The tag's value. MLflow looks for the path before the type. */
    public static String tag() {
        return "[{\"path\": \"" + FILE + "\", \"type\": \"table\"}]";
    }

    static byte[] write(EvaluationReport report) {
        ObjectNode table = MAPPER.createObjectNode();
        ArrayNode columns = table.putArray("columns");
        List.of("rows_of", "column", "value", "rows", "positives", "selection_rate", "true_positive_rate")
                .forEach(columns::add);
        MEASURES.forEach(columns::add);
        ArrayNode rows = table.putArray("data");
        add(rows.addArray().add("all").addNull().addNull(), report.all());
        report.slices().forEach(slice -> add(rows, "slice", slice));
        for (GroupComparison comparison : report.comparisons()) {
            comparison.groups().forEach(group -> add(rows, "protected group", group));
        }
        return MAPPER.writeValueAsBytes(table);
    }

    private static void add(ArrayNode rows, String kind, SliceEvaluation part) {
        add(
                rows.addArray()
                        .add(kind)
                        .add(part.slice().column())
                        .add(part.slice().value()),
                part.evaluation());
    }

    private static void add(ArrayNode row, Evaluation evaluation) {
        ConfusionMatrix decisions = evaluation.decisions();
        row.add(decisions.rows()).add(decisions.positives());
        add(row, decisions.selectionRate());
        add(row, decisions.truePositiveRate());
        Map<String, Double> measures = evaluation.measures();
        MEASURES.forEach(measure -> add(row, measures.getOrDefault(measure, Double.NaN)));
    }

    private static void add(ArrayNode row, double value) {
        if (Double.isNaN(value)) {
            row.addNull();
        } else {
            row.add(value);
        }
    }
}
