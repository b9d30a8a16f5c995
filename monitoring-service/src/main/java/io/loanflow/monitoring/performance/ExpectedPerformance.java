package io.loanflow.monitoring.performance;

import io.loanflow.monitoring.decision.ProbabilityCell;
import io.loanflow.monitoring.statistics.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What decisions are worth before anyone knows what became of them, where probabilities hold: each row counts as positive by its
 * probability (confidence-based performance estimation; Kivimäki et al., Confidence-Based Performance Estimation for Classification under
 * Covariate Shift, 2024). The interval is what is due to which rows turn out positive, from drawn labels.
 */
public final class ExpectedPerformance {

    private static final int DRAWS = 400;
    private static final double TAIL = 0.025;

    private ExpectedPerformance() {}

    /**
     * @param positiveLabel that a row is selected by
     * @param refusal why probabilities do not hold; null where they do
     */
    public static Performance of(List<ProbabilityCell> cells, String positiveLabel, @Nullable String refusal) {
        long rows = cells.stream().mapToLong(ProbabilityCell::decisions).sum();
        if (refusal != null) {
            return Performance.refused(rows, refusal);
        }
        List<PositiveCounts> expected = cells.stream()
                .map(cell -> new PositiveCounts(
                        cell.label().equals(positiveLabel),
                        cell.expected() / cell.decisions(),
                        cell.decisions(),
                        cell.expected()))
                .toList();
        List<Figures> drawn = draws(expected);
        Figures figures = Figures.of(expected);
        return new Performance(
                rows,
                null,
                interval(figures, drawn, Figures::auc),
                interval(figures, drawn, Figures::accuracy),
                interval(figures, drawn, Figures::precision),
                interval(figures, drawn, Figures::recall),
                interval(figures, drawn, Figures::logLoss));
    }

    private static List<Figures> draws(List<PositiveCounts> expected) {
        SplittableRandom random = new SplittableRandom(1);
        ScoredCells cells = new ScoredCells(expected);
        List<Figures> drawn = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn.add(cells.figures(expected.stream()
                    .mapToDouble(cell -> positives(cell, random))
                    .toArray()));
        }
        return drawn;
    }

    private static double positives(PositiveCounts cell, SplittableRandom random) {
        return Sampling.binomial(cell.rows(), Math.min(1, Math.max(0, cell.probability())), random);
    }

    private static @Nullable Interval interval(Figures figures, List<Figures> drawn, ToDoubleFunction<Figures> figure) {
        double[] values = drawn.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double value = figure.applyAsDouble(figures);
        if (values.length == 0 || !Double.isFinite(value)) {
            return null;
        }
        return new Interval(value, quantile(values, TAIL), quantile(values, 1 - TAIL));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
