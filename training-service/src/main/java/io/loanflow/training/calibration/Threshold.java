package io.loanflow.training.calibration;

import io.loanflow.contracts.dataset.DecisionCosts;
import io.loanflow.training.evaluation.RankingCurve;
import org.jspecify.annotations.Nullable;

/** The probability from which on a decision is positive. */
public final class Threshold {

    private static final double LOWEST = 1e-6;

    private Threshold() {}

    /**
     * The threshold of least cost, or without costs of best F1; halfway between two probabilities, the higher one where several
     * are as good.
     *
     * @param labels 1 where the decision is positive, else 0; at least one of each
     * @param probabilities that these decisions had no part in
     * @return above 0 and below 1
     */
    public static double of(byte[] labels, double[] probabilities, @Nullable DecisionCosts costs) {
        RankingCurve curve = RankingCurve.of(labels, probabilities);
        int best = 0;
        for (int point = 1; point < curve.points(); point++) {
            if (worth(curve, point, costs) > worth(curve, best, costs)) {
                best = point;
            }
        }
        double here = curve.score(best);
        double below = best + 1 < curve.points() ? curve.score(best + 1) : 0;
        double halfway = Math.max(Math.nextUp(below), below + (here - below) / 2);
        return Math.min(1 - LOWEST, Math.max(LOWEST, halfway));
    }

    private static double worth(RankingCurve curve, int point, @Nullable DecisionCosts costs) {
        long right = curve.truePositives(point);
        long wrong = curve.falsePositives(point);
        if (costs == null) {
            return 2.0 * right / (right + wrong + curve.positives());
        }
        return -(costs.falsePositive() * wrong + costs.falseNegative() * (curve.positives() - right));
    }
}
