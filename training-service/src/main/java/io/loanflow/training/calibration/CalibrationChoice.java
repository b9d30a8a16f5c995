package io.loanflow.training.calibration;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.calibration.Uncalibrated;
import io.loanflow.training.evaluation.ProbabilityLoss;
import io.loanflow.training.statistics.Clusters;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
     * @param clusters of the rows
     */
    public static CalibrationChoice of(byte[] labels, double[] scores, Clusters clusters) {
        double uncalibrated = ProbabilityLoss.logLoss(labels, scores);
        CalibrationChoice best = new CalibrationChoice(new Uncalibrated(), scores, uncalibrated, uncalibrated);
        for (Method method : List.<Method>of(PlattFit::of, IsotonicFit::of)) {
            double[] probabilities = heldOut(labels, scores, clusters, method);
            double logLoss = ProbabilityLoss.logLoss(labels, probabilities);
            if (logLoss < best.logLoss) {
                best = new CalibrationChoice(method.fit(labels, scores), probabilities, logLoss, uncalibrated);
            }
        }
        return best;
    }

    /** Row by row, what the method says that was fitted on the other folds; cluster i is in fold i modulo their number. */
    private static double[] heldOut(byte[] labels, double[] scores, Clusters clusters, Method method) {
        double[] probabilities = new double[scores.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Calibration calibration = fit(labels, scores, rows(clusters, cluster -> cluster % FOLDS != left), method);
            for (int row : rows(clusters, cluster -> cluster % FOLDS == left)) {
                probabilities[row] = calibration.probability(scores[row]);
            }
        }
        return probabilities;
    }

    private static int[] rows(Clusters clusters, IntPredicate wanted) {
        return IntStream.range(0, clusters.rows())
                .filter(row -> wanted.test(clusters.of(row)))
                .toArray();
    }

    private static Calibration fit(byte[] labels, double[] scores, int[] rows, Method method) {
        byte[] someLabels = new byte[rows.length];
        double[] someScores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someLabels[i] = labels[rows[i]];
            someScores[i] = scores[rows[i]];
        }
        return method.fit(someLabels, someScores);
    }

    private interface Method {

        Calibration fit(byte[] labels, double[] scores);
    }
}
