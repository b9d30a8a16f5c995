package io.loanflow.training.calibration;

import io.loanflow.model.calibration.IsotonicCalibration;
import io.loanflow.training.evaluation.RankingCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits the non-decreasing function of least squared error by pooling adjacent violators. Each pool becomes a knot at its mean
 * score, with the share of positives in it, both by one row drawn towards one half, so that no knot says never or always.
 */
final class IsotonicFit {

    private final List<Pool> pools = new ArrayList<>();

    private IsotonicFit() {}

    static IsotonicCalibration of(byte[] labels, double[] scores) {
        RankingCurve curve = RankingCurve.of(labels, scores);
        IsotonicFit fit = new IsotonicFit();
        for (int point = curve.points() - 1; point >= 0; point--) {
            long positives = curve.truePositives(point) - (point == 0 ? 0 : curve.truePositives(point - 1));
            long negatives = curve.falsePositives(point) - (point == 0 ? 0 : curve.falsePositives(point - 1));
            long rows = positives + negatives;
            fit.add(new Pool(curve.score(point) * rows, positives, rows));
        }
        return fit.calibration();
    }

    private void add(Pool pool) {
        Pool last = pool;
        while (!pools.isEmpty() && pools.get(pools.size() - 1).share() >= last.share()) {
            last = pools.remove(pools.size() - 1).with(last);
        }
        pools.add(last);
    }

    private IsotonicCalibration calibration() {
        List<Double> scores = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        double highest = 0;
        for (Pool pool : pools) {
            double score = pool.scores() / pool.rows();
            if (!scores.isEmpty() && score <= scores.get(scores.size() - 1)) {
                continue; // means of neighbours may round to the same number
            }
            highest = Math.max(highest, (pool.positives() + 0.5) / (pool.rows() + 1));
            scores.add(score);
            probabilities.add(highest);
        }
        return new IsotonicCalibration(scores, probabilities);
    }

    /** Rows of neighbouring scores, by sums. */
    private record Pool(double scores, double positives, double rows) {

        double share() {
            return positives / rows;
        }

        Pool with(Pool next) {
            return new Pool(scores + next.scores, positives + next.positives, rows + next.rows);
        }
    }
}
