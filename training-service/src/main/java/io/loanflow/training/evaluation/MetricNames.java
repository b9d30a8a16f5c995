package io.loanflow.training.evaluation;

import io.loanflow.contracts.feature.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report's measures under the names they have in MLflow, which shows those with one text before the slash together. What rows do
 * not define is left out.
 */
public final class MetricNames {

    /** MLflow sorts its sections of charts by name: this one after its own, which has the measures of all rows. */
    private static final String PROTECTED = "protected/";

    /** Of a column's or a group's name: MLflow allows 250 characters for column, group and measure together. */
    private static final int LONGEST = 90;

    private static final int DIGEST = 12;

    private MetricNames() {}

    public static Map<String, Double> of(EvaluationReport report) {
        Map<String, Double> metrics = new LinkedHashMap<>(report.all().measures());
        report.slices()
                .forEach(slice -> putAll(
                        metrics, "slice/" + name(slice), slice.evaluation().measures()));
        report.comparisons().forEach(comparison -> put(metrics, comparison));
        metrics.values().removeIf(value -> value.isNaN());
        return metrics;
    }

    private static void put(Map<String, Double> metrics, GroupComparison comparison) {
        for (SliceEvaluation group : comparison.groups()) {
            String prefix = PROTECTED + name(group);
            ConfusionMatrix decisions = group.evaluation().decisions();
            putAll(metrics, prefix, group.evaluation().measures());
            metrics.put(prefix + ".selection_rate", decisions.selectionRate());
            metrics.put(prefix + ".true_positive_rate", decisions.truePositiveRate());
            metrics.put(prefix + ".false_positive_rate", decisions.falsePositiveRate());
        }
        String prefix = PROTECTED + legal(comparison.column());
        metrics.put(prefix + ".demographic_parity_difference", comparison.demographicParityDifference());
        metrics.put(prefix + ".equal_opportunity_difference", comparison.equalOpportunityDifference());
    }

    private static void putAll(Map<String, Double> metrics, String prefix, Map<String, Double> measures) {
        measures.forEach((name, value) -> metrics.put(prefix + "." + name, value));
    }

    private static String name(SliceEvaluation slice) {
        return legal(slice.slice().column()) + "." + legal(slice.slice().value());
    }

    /**
     * MLflow allows letters, digits and a few signs; another sign becomes its code. What would be too long, or could be mistaken for
     * another text's, ends with a digest instead, so that names stay apart.
     */
    static String legal(String text) {
        String legal = escaped(text);
        if (legal.length() <= LONGEST && !text.contains("_u")) {
            return legal;
        }
        String digest = Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST);
        return legal.substring(0, Math.min(legal.length(), LONGEST - DIGEST - 1)) + "_" + digest;
    }

    private static String escaped(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (sign < 128 && (Character.isLetterOrDigit(sign) || sign == '_' || sign == '-' || sign == ' ')) {
                legal.appendCodePoint(sign);
            } else {
                legal.append("_u").append(Integer.toHexString(sign));
            }
        });
        return legal.toString();
    }
}
