package io.loanflow.monitoring.performance;

import java.util.Comparator;
import java.util.List;

/** The usual figures of cells of rows. Rows of one cell count as equal in the ranking. NaN where a figure has no meaning. */
record Figures(double auc, double accuracy, double precision, double recall, double logLoss) {

    /** Keeps the logarithm finite. */
    static final double SMALLEST = 1e-12;

    static Figures of(List<PositiveCounts> cells) {
        double rows = 0;
        double positives = 0;
        double selected = 0;
        double truePositives = 0;
        double correct = 0;
        double loss = 0;
        for (PositiveCounts cell : cells) {
            double negatives = cell.rows() - cell.positives();
            double probability = Math.min(1 - SMALLEST, Math.max(SMALLEST, cell.probability()));
            rows += cell.rows();
            positives += cell.positives();
            selected += cell.selected() ? cell.rows() : 0;
            truePositives += cell.selected() ? cell.positives() : 0;
            correct += cell.selected() ? cell.positives() : negatives;
            loss -= cell.positives() * Math.log(probability) + negatives * Math.log1p(-probability);
        }
        return new Figures(
                auc(cells, positives, rows - positives),
                correct / rows,
                truePositives / selected,
                truePositives / positives,
                loss / rows);
    }

    private static double auc(List<PositiveCounts> cells, double positives, double negatives) {
        double below = 0;
        double pairs = 0;
        List<PositiveCounts> rising = cells.stream()
                .sorted(Comparator.comparingDouble(PositiveCounts::probability))
                .toList();
        for (PositiveCounts cell : rising) {
            double own = cell.rows() - cell.positives();
            pairs += cell.positives() * (below + own / 2);
            below += own;
        }
        return pairs / (positives * negatives);
    }
}
