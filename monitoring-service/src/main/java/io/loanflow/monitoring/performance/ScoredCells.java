package io.loanflow.monitoring.performance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of similar probability, of which some are positive, for figures that are wanted of many drawings: what does not depend on which are positive
 * is worked out once.
 */
final class ScoredCells {

    private final boolean[] selected;
    private final long[] rows;
    private final double[] logPositive;
    private final double[] logNegative;

    /** Cells by their probability. */
    private final int[] rising;

    ScoredCells(List<PositiveCounts> cells) {
        int count = cells.size();
        selected = new boolean[count];
        rows = new long[count];
        logPositive = new double[count];
        logNegative = new double[count];
        for (int i = 0; i < count; i++) {
            PositiveCounts cell = cells.get(i);
            double probability = Math.min(1 - Figures.SMALLEST, Math.max(Figures.SMALLEST, cell.probability()));
            selected[i] = cell.selected();
            rows[i] = cell.rows();
            logPositive[i] = Math.log(probability);
            logNegative[i] = Math.log1p(-probability);
        }
        rising = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> cells.get(i).probability()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @param positives rows of each cell that are positive; need not be whole */
    Figures figures(double[] positives) {
        double all = 0;
        double allPositives = 0;
        double allSelected = 0;
        double truePositives = 0;
        double correct = 0;
        double loss = 0;
        for (int i = 0; i < rows.length; i++) {
            double negatives = rows[i] - positives[i];
            all += rows[i];
            allPositives += positives[i];
            allSelected += selected[i] ? rows[i] : 0;
            truePositives += selected[i] ? positives[i] : 0;
            correct += selected[i] ? positives[i] : negatives;
            loss -= positives[i] * logPositive[i] + negatives * logNegative[i];
        }
        return new Figures(
                pairs(positives) / (allPositives * (all - allPositives)),
                correct / all,
                truePositives / allSelected,
                truePositives / allPositives,
                loss / all);
    }

    /** Of a positive and a negative row, in which the positive one has the greater probability; of one cell they count half. */
    private double pairs(double[] positives) {
        double below = 0;
        double pairs = 0;
        for (int cell : rising) {
            double negatives = rows[cell] - positives[cell];
            pairs += positives[cell] * (below + negatives / 2);
            below += negatives;
        }
        return pairs;
    }
}
