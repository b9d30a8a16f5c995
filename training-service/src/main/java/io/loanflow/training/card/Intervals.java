package io.loanflow.training.card;

import io.loanflow.training.evaluation.ConfusionMatrix;
import io.loanflow.training.evaluation.ProbabilityLoss;
import io.loanflow.training.statistics.Bootstrap;
import io.loanflow.training.statistics.Clusters;
import io.loanflow.training.statistics.Draws;
import io.loanflow.training.statistics.Estimate;
import io.loanflow.training.statistics.Mean;
import io.loanflow.training.statistics.RankingQuality;
import io.loanflow.training.statistics.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How good a model is on some rows, and how sure that is. */
final class Intervals {

    private static final double CONFIDENCE = 0.95;

    private Intervals() {}

    /**
     * @param labels 1 for positive rows
     * @param probabilities one a row, none of them NaN
     * @param threshold smallest probability that is decided positive
     * @param clusters of the rows
     * @return by name, in order; without the measures that these rows do not define
     */
    static Map<String, Interval> of(byte[] labels, double[] probabilities, double threshold, Clusters clusters) {
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        statistics.put("roc_auc", new RankingQuality(labels, probabilities));
        statistics.put("log_loss", new Mean(ProbabilityLoss.logLosses(labels, probabilities)));
        statistics.put("brier", new Mean(squaredDistances(labels, probabilities)));
        int[] cells = cells(labels, probabilities, threshold);
        statistics.put("accuracy", decisions(cells, ConfusionMatrix::accuracy));
        statistics.put("f1", decisions(cells, ConfusionMatrix::f1));
        statistics.put("selection_rate", decisions(cells, ConfusionMatrix::selectionRate));
        statistics.put("true_positive_rate", decisions(cells, ConfusionMatrix::truePositiveRate));
        statistics.put("false_positive_rate", decisions(cells, ConfusionMatrix::falsePositiveRate));
        return intervals(labels, statistics, clusters);
    }

    /** Of the ROC AUC alone; both labels occur. */
    static Interval rocAuc(byte[] labels, double[] scores, Clusters clusters) {
        Statistic auc = new RankingQuality(labels, scores);
        return interval(new Bootstrap(labels, clusters).draws(List.of(auc)).get(0));
    }

    private static Map<String, Interval> intervals(
            byte[] labels, Map<String, Statistic> statistics, Clusters clusters) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        if (hasBothLabels(labels, clusters)) {
            List<Draws> draws = new Bootstrap(labels, clusters).draws(List.copyOf(statistics.values()));
            List<String> names = new ArrayList<>(statistics.keySet());
            IntStream.range(0, names.size()).forEach(i -> intervals.put(names.get(i), interval(draws.get(i))));
        } else {
            statistics.forEach((name, statistic) ->
                    intervals.put(name, new Interval(statistic.observed(labels.length), null, null)));
        }
        intervals.values().removeIf(interval -> Double.isNaN(interval.value()));
        return intervals;
    }

    private static Interval interval(Draws draws) {
        Estimate estimate = draws.estimate(CONFIDENCE);
        return Double.isNaN(estimate.lower())
                ? new Interval(estimate.value(), null, null)
                : new Interval(estimate.value(), estimate.lower(), estimate.upper());
    }

    /** And can draw them: a single cluster is always drawn whole, and says nothing of others. */
    private static boolean hasBothLabels(byte[] labels, Clusters clusters) {
        return clusters.count() > 1 && clusters.with(labels, 0) > 0 && clusters.with(labels, 1) > 0;
    }

    private static double[] squaredDistances(byte[] labels, double[] probabilities) {
        return IntStream.range(0, labels.length)
                .mapToDouble(row -> (probabilities[row] - labels[row]) * (probabilities[row] - labels[row]))
                .toArray();
    }

    /** Of each row its label and its decision in one number. */
    private static int[] cells(byte[] labels, double[] probabilities, double threshold) {
        return IntStream.range(0, labels.length)
                .map(row -> 2 * labels[row] + (probabilities[row] >= threshold ? 1 : 0))
                .toArray();
    }

    private static Statistic decisions(int[] cells, ToDoubleFunction<ConfusionMatrix> measure) {
        return times -> {
            long[] counts = new long[4];
            for (int row = 0; row < cells.length; row++) {
                counts[cells[row]] += times[row];
            }
            return measure.applyAsDouble(new ConfusionMatrix(counts[3], counts[1], counts[0], counts[2]));
        };
    }
}
