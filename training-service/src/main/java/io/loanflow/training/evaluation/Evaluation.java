package io.loanflow.training.evaluation;

import io.loanflow.contracts.training.ModelMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How good scores are on some rows.
 *
 * @param logLoss in nats
 */
public record Evaluation(
        ConfusionMatrix decisions,
        RankingCurve ranking,
        double logLoss,
        double brier,
        List<CalibrationBin> calibration) {

    /** Name of a measure. */
    public static final String ROC_AUC = "roc_auc";

    public Evaluation {
        calibration = List.copyOf(calibration);
    }

    /** @param threshold smallest score that is decided positive */
    public static Evaluation of(byte[] labels, double[] scores, double threshold) {
        return new Evaluation(
                ConfusionMatrix.of(labels, scores, threshold),
                RankingCurve.of(labels, scores),
                ProbabilityLoss.logLoss(labels, scores),
                ProbabilityLoss.brier(labels, scores),
                CalibrationBin.of(labels, scores));
    }

    /** For other modules. */
    public ModelMetrics metrics() {
        return new ModelMetrics(
                decisions.accuracy(),
                decisions.precision(),
                decisions.recall(),
                decisions.f1(),
                ranking.rocAuc(),
                ranking.averagePrecision(),
                logLoss,
                brier);
    }

    /** Measures by name, in order; those that these rows do not define are left out. */
    public Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("accuracy", decisions.accuracy());
        measures.put("precision", decisions.precision());
        measures.put("recall", decisions.recall());
        measures.put("f1", decisions.f1());
        measures.put(ROC_AUC, ranking.rocAuc());
        measures.put("pr_auc", ranking.averagePrecision());
        measures.put("log_loss", logLoss);
        measures.put("brier", brier);
        measures.values().removeIf(value -> value.isNaN());
        return measures;
    }
}
