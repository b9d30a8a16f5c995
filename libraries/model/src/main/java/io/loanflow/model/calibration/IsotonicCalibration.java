package io.loanflow.model.calibration;

import java.util.List;

/**
 * Straight lines between knots; the first and the last probability hold beyond them. Zadrozny and Elkan, "Transforming
 * Classifier Scores into Accurate Multiclass Probability Estimates" (2002).
 *
 * @param scores of the knots, increasing
 * @param probabilities at the knots, from 0 to 1, never decreasing
 */
public record IsotonicCalibration(List<Double> scores, List<Double> probabilities) implements Calibration {

    public IsotonicCalibration {
        scores = List.copyOf(scores);
        probabilities = List.copyOf(probabilities);
        if (scores.isEmpty() || scores.size() != probabilities.size()) {
            throw new IllegalArgumentException("isotonic calibration needs as many scores as probabilities, has "
                    + scores.size() + " and " + probabilities.size());
        }
        for (int i = 0; i < scores.size(); i++) {
            double probability = probabilities.get(i);
            boolean increasing =
                    i == 0 || (scores.get(i) > scores.get(i - 1) && probability >= probabilities.get(i - 1));
            if (!(increasing && probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("isotonic calibration has knots that do not increase, at " + i);
            }
        }
    }

    @Override
    public String method() {
        return "isotonic";
    }

    @Override
    public double probability(double score) {
        int right = rightOf(score);
        if (right == 0) {
            return probabilities.get(0);
        }
        double last = probabilities.get(right - 1);
        if (right == scores.size()) {
            return last;
        }
        double share = (score - scores.get(right - 1)) / (scores.get(right) - scores.get(right - 1));
        return Math.min(probabilities.get(right), last + share * (probabilities.get(right) - last));
    }

    /** Number of knots at or below the score. */
    private int rightOf(double score) {
        int from = 0;
        int to = scores.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (scores.get(middle) <= score) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
