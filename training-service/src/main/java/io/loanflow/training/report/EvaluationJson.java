package io.loanflow.training.report;

import io.loanflow.training.evaluation.CalibrationBin;
import io.loanflow.training.evaluation.ConfusionMatrix;
import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.evaluation.GroupComparison;
import io.loanflow.training.evaluation.SliceEvaluation;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that was measured, as JSON; null where rows do not define a measure. */
final class EvaluationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private EvaluationJson() {}

    static byte[] write(Report report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("threshold", report.evaluation().threshold());
        json.set("all", evaluation(report.evaluation().all()));
        json.set("slices", slices(report.evaluation().slices()));
        ArrayNode comparisons = json.putArray("protected_columns");
        report.evaluation().comparisons().forEach(comparison -> comparisons.add(comparison(comparison)));
        ArrayNode importances = json.putArray("feature_importance");
        report.importances()
                .forEach(importance -> importances
                        .addObject()
                        .put("column", importance.column())
                        .put("mean_auc_drop", importance.meanDrop())
                        .put("deviation", importance.deviation()));
        json.set("explanation", MAPPER.valueToTree(report.explanation()));
        return MAPPER.writeValueAsBytes(json);
    }

    private static ObjectNode comparison(GroupComparison comparison) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("column", comparison.column());
        put(json, "demographic_parity_difference", comparison.demographicParityDifference());
        put(json, "equal_opportunity_difference", comparison.equalOpportunityDifference());
        json.set("groups", slices(comparison.groups()));
        return json;
    }

    private static ArrayNode slices(List<SliceEvaluation> slices) {
        ArrayNode json = MAPPER.createArrayNode();
        for (SliceEvaluation slice : slices) {
            ObjectNode object = json.addObject();
            object.put("column", slice.slice().column());
            object.put("value", slice.slice().value());
            object.setAll(evaluation(slice.evaluation()));
        }
        return json;
    }

    private static ObjectNode evaluation(Evaluation evaluation) {
        ObjectNode json = MAPPER.createObjectNode();
        ConfusionMatrix decisions = evaluation.decisions();
        json.put("rows", decisions.rows());
        json.put("positives", decisions.positives());
        ObjectNode matrix = json.putObject("confusion_matrix");
        matrix.put("true_positives", decisions.truePositives());
        matrix.put("false_positives", decisions.falsePositives());
        matrix.put("true_negatives", decisions.trueNegatives());
        matrix.put("false_negatives", decisions.falseNegatives());
        evaluation.measures().forEach(json::put);
        put(json, "selection_rate", decisions.selectionRate());
        put(json, "true_positive_rate", decisions.truePositiveRate());
        put(json, "false_positive_rate", decisions.falsePositiveRate());
        ArrayNode bins = json.putArray("calibration");
        evaluation.calibration().forEach(bin -> bins.add(bin(bin)));
        return json;
    }

    private static ObjectNode bin(CalibrationBin bin) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("from", bin.from()).put("to", bin.to()).put("rows", bin.rows());
        put(json, "mean_score", bin.meanScore());
        put(json, "positive_share", bin.positiveShare());
        return json;
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }
}
