package io.loanflow.monitoring.performance;

import io.loanflow.model.reference.ProbabilityBin;
import io.loanflow.monitoring.outcome.OutcomeCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What decisions were worth, of those whose outcome is known. */
public final class RealisedPerformance {

    private static final double Z = 1.959963984540054;
    private static final int BINS = 20;

    private RealisedPerformance() {}

    public static Performance of(List<OutcomeCell> known, String positiveLabel) {
        List<PositiveCounts> cells = cells(known, positiveLabel);
        Figures figures = Figures.of(cells);
        double rows = 0;
        double positives = 0;
        double selected = 0;
        for (PositiveCounts cell : cells) {
            rows += cell.rows();
            positives += cell.positives();
            selected += cell.selected() ? cell.rows() : 0;
        }
        return new Performance(
                (long) rows,
                null,
                auc(figures.auc(), positives, rows - positives),
                meaningful(Interval.share(figures.accuracy() * rows, rows)),
                meaningful(Interval.share(figures.precision() * selected, selected)),
                meaningful(Interval.share(figures.recall() * positives, positives)),
                logLoss(cells, figures.logLoss()));
    }

    private static Interval logLoss(List<PositiveCounts> cells, double mean) {
        double rows = 0;
        double squares = 0;
        for (PositiveCounts cell : cells) {
            double probability = Math.min(1 - Figures.SMALLEST, Math.max(Figures.SMALLEST, cell.probability()));
            double positive = -Math.log(probability) - mean;
            double negative = -Math.log1p(-probability) - mean;
            rows += cell.rows();
            squares += cell.positives() * positive * positive + (cell.rows() - cell.positives()) * negative * negative;
        }
        double half = Z * Math.sqrt(squares) / rows;
        return new Interval(mean, Math.max(0, mean - half), mean + half);
    }

    private static @Nullable Interval meaningful(Interval interval) {
        return Double.isFinite(interval.value()) ? interval : null;
    }

    /** Hanley and McNeil, The Meaning and Use of the Area under a Receiver Operating Characteristic Curve (1982). */
    private static @Nullable Interval auc(double auc, double positives, double negatives) {
        if (!Double.isFinite(auc)) {
            return null;
        }
        double one = auc / (2 - auc);
        double two = 2 * auc * auc / (1 + auc);
        double variance = (auc * (1 - auc) + (positives - 1) * (one - auc * auc) + (negatives - 1) * (two - auc * auc))
                / (positives * negatives);
        double half = Z * Math.sqrt(Math.max(0, variance));
        return new Interval(auc, Math.max(0, auc - half), Math.min(1, auc + half));
    }

    private static List<PositiveCounts> cells(List<OutcomeCell> known, String positiveLabel) {
        Map<String, PositiveCounts> cells = new LinkedHashMap<>();
        for (OutcomeCell cell : known) {
            boolean selected = cell.decided().equals(positiveLabel);
            double positives = cell.label().equals(positiveLabel) ? cell.rows() : 0;
            PositiveCounts counts = new PositiveCounts(selected, cell.expected() / cell.rows(), cell.rows(), positives);
            cells.merge(cell.cell() + (selected ? "+" : "-"), counts, RealisedPerformance::together);
        }
        return new ArrayList<>(cells.values());
    }

    private static PositiveCounts together(PositiveCounts one, PositiveCounts other) {
        long rows = one.rows() + other.rows();
        double probability = (one.probability() * one.rows() + other.probability() * other.rows()) / rows;
        return new PositiveCounts(one.selected(), probability, rows, one.positives() + other.positives());
    }

    /** What was said and what was, in twentieths of the probability. */
    public static List<ProbabilityBin> bins(List<OutcomeCell> known, String positiveLabel) {
        Map<Integer, ProbabilityBin> bins = new TreeMap<>();
        for (OutcomeCell cell : known) {
            int bin = (int) Math.min(BINS - 1.0, cell.expected() / cell.rows() * BINS);
            long positives = cell.label().equals(positiveLabel) ? cell.rows() : 0;
            bins.merge(
                    bin,
                    new ProbabilityBin(cell.rows(), cell.expected(), positives),
                    (one, other) -> new ProbabilityBin(
                            one.rows() + other.rows(),
                            one.expected() + other.expected(),
                            one.positives() + other.positives()));
        }
        return List.copyOf(bins.values());
    }
}
