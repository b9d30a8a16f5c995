package io.loanflow.training.calibration;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.calibration.Uncalibrated;
import io.loanflow.training.evaluation.ProbabilityLoss;
import java.util.List;

/**
 * The calibration of least log loss on rows it was not fitted on: none, Platt's or isotonic.
 *
 * @param calibration fitted on all rows
 * @param probabilities of each row, by the same method fitted on other rows
 * @param logLoss of these, in nats
 * @param uncalibratedLogLoss of the scores themselves
 */
// The array is the point; choices are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record CalibrationChoice(
        Calibration calibration, double[] probabilities, double logLoss, double uncalibratedLogLoss) {

    private static final int FOLDS = 5;

    /**
     * @param labels 1 where the decision is positive, else 0
     * @param scores by a model that had not seen the row, from 0 to 1
     */
    public static CalibrationChoice of(byte[] labels, double[] scores) {
        double uncalibrated = ProbabilityLoss.logLoss(labels, scores);
        CalibrationChoice best = new CalibrationChoice(new Uncalibrated(), scores, uncalibrated, uncalibrated);
        for (Method method : List.<Method>of(PlattFit::of, IsotonicFit::of)) {
            double[] probabilities = heldOut(labels, scores, method);
            double logLoss = ProbabilityLoss.logLoss(labels, probabilities);
            if (logLoss < best.logLoss) {
                best = new CalibrationChoice(method.fit(labels, scores), probabilities, logLoss, uncalibrated);
            }
        }
        return best;
    }

    /** Row by row, what the method says that was fitted on the other folds; row i is in fold i modulo their number. */
    private static double[] heldOut(byte[] labels, double[] scores, Method method) {
        double[] probabilities = new double[scores.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            Calibration calibration = fitWithout(fold, labels, scores, method);
            for (int row = fold; row < scores.length; row += FOLDS) {
                probabilities[row] = calibration.probability(scores[row]);
            }
        }
        return probabilities;
    }

    private static Calibration fitWithout(int fold, byte[] labels, double[] scores, Method method) {
        int others = scores.length - (scores.length - fold + FOLDS - 1) / FOLDS;
        byte[] otherLabels = new byte[others];
        double[] otherScores = new double[others];
        int next = 0;
        for (int row = 0; row < scores.length; row++) {
            if (row % FOLDS != fold) {
                otherLabels[next] = labels[row];
                otherScores[next++] = scores[row];
            }
        }
        return method.fit(otherLabels, otherScores);
    }

    private interface Method {

        Calibration fit(byte[] labels, double[] scores);
    }
}
