package io.loanflow.model.onnx;

import io.loanflow.model.calibration.IsotonicCalibration;
import java.util.List;

/**
 * The lines of an isotonic calibration by the number of knots that a score has passed: a flat one before the first, one after each.
 *
 * @param from the score where a line begins
 * @param width how far it goes
 * @param low the probability where it begins
 * @param rise of the probability
 * @param high the probability where it ends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Lines(double[] from, double[] width, double[] low, double[] rise, double[] high) {

    static Lines of(IsotonicCalibration isotonic) {
        List<Double> scores = isotonic.scores();
        List<Double> probabilities = isotonic.probabilities();
        int count = scores.size() + 1;
        Lines lines = new Lines(
                new double[count], new double[count], new double[count], new double[count], new double[count]);
        for (int line = 0; line < count; line++) {
            int left = Math.max(0, line - 1);
            int right = Math.min(line, scores.size() - 1);
            lines.from[line] = scores.get(left);
            // A flat line has no width of its own, and nothing is divided by 0.
            lines.width[line] = left == right ? 1 : scores.get(right) - scores.get(left);
            lines.low[line] = probabilities.get(left);
            lines.rise[line] = probabilities.get(right) - probabilities.get(left);
            lines.high[line] = probabilities.get(right);
        }
        return lines;
    }
}
