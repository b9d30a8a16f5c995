package io.loanflow.training.calibration;

import io.loanflow.contracts.dataset.DecisionCosts;
import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.calibration.Uncalibrated;
import io.loanflow.training.evaluation.RankingCurve;
import io.loanflow.training.statistics.Clusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a model's score becomes a probability and a decision.
 *
 * @param threshold smallest probability that is decided positive
 * @param logLoss of the calibrated probabilities of training rows by trees that had not drawn them, in nats
 * @param uncalibratedLogLoss the same of the scores themselves
 */
public record DecisionRule(Calibration calibration, double threshold, double logLoss, double uncalibratedLogLoss) {

    /** Fewer that did not come together say nothing of how sure a model may be. */
    private static final int FEW_ROWS = 100;

    private static final DecisionRule UNFITTED = new DecisionRule(new Uncalibrated(), 0.5, Double.NaN, Double.NaN);

    /**
     * Fits the rule; of few rows, or rows of one class, it is no calibration and one half.
     *
     * @param labels 1 where the decision is positive, else 0
     * @param unseen each row's score by the trees that had not drawn it; NaN where there is none
     * @param clusters of the rows
     * @param costs null for the best F1
     */
    public static DecisionRule of(byte[] labels, double[] unseen, Clusters clusters, @Nullable DecisionCosts costs) {
        int[] known = IntStream.range(0, labels.length)
                .filter(row -> !Double.isNaN(unseen[row]))
                .toArray();
        byte[] knownLabels = new byte[known.length];
        double[] scores = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            knownLabels[i] = labels[known[i]];
            scores[i] = unseen[known[i]];
        }
        return ofKnown(knownLabels, scores, clusters.only(known), costs);
    }

    private static DecisionRule ofKnown(
            byte[] labels, double[] scores, Clusters clusters, @Nullable DecisionCosts costs) {
        if (clusters.count() < FEW_ROWS || RankingCurve.of(labels, scores).hasOneClass()) {
            return UNFITTED;
        }
        CalibrationChoice choice = CalibrationChoice.of(labels, scores, clusters);
        return new DecisionRule(
                choice.calibration(),
                Threshold.of(labels, choice.probabilities(), costs),
                choice.logLoss(),
                choice.uncalibratedLogLoss());
    }

    /** Measures by name, as a run shows them; none where nothing was fitted. */
    public Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("unseen_log_loss", logLoss);
        measures.put("unseen_log_loss_uncalibrated", uncalibratedLogLoss);
        measures.values().removeIf(value -> value.isNaN());
        return measures;
    }
}
