package io.loanflow.training.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures of one model on rows that each count as often as a draw has them. Immutable. */
final class WeightedMeasures {

    private final byte[] labels;
    private final double[] probabilities;
    private final double threshold;
    private final double[] logLosses;
    /** Rows by rising probability. */
    private final int[] order;

    WeightedMeasures(byte[] labels, double[] probabilities, double threshold) {
        this.labels = labels;
        this.probabilities = probabilities;
        this.threshold = threshold;
        logLosses = IntStream.range(0, labels.length)
                .mapToDouble(
                        row -> ProbabilityLoss.logLoss(new byte[] {labels[row]}, new double[] {probabilities[row]}))
                .toArray();
        order = IntStream.range(0, labels.length)
                .boxed()
                .sorted((one, other) -> Double.compare(probabilities[one], probabilities[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** By name, in order; NaN where the rows do not define one. */
    Map<String, Double> of(int[] times) {
        ConfusionMatrix decisions = decisions(times);
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("roc_auc", rocAuc(times));
        measures.put("log_loss", mean(times, logLosses));
        measures.put("brier", brier(times));
        measures.put("accuracy", decisions.accuracy());
        measures.put("f1", decisions.f1());
        measures.put("selection_rate", decisions.selectionRate());
        measures.put("true_positive_rate", decisions.truePositiveRate());
        measures.put("false_positive_rate", decisions.falsePositiveRate());
        return measures;
    }

    private ConfusionMatrix decisions(int[] times) {
        long[] counts = new long[4];
        for (int row = 0; row < labels.length; row++) {
            counts[2 * labels[row] + (probabilities[row] >= threshold ? 1 : 0)] += times[row];
        }
        return new ConfusionMatrix(counts[3], counts[1], counts[0], counts[2]);
    }

    private static double mean(int[] times, double[] values) {
        double sum = 0;
        for (int row = 0; row < values.length; row++) {
            sum += times[row] * values[row];
        }
        return sum / values.length;
    }

    private double brier(int[] times) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double distance = probabilities[row] - labels[row];
            sum += times[row] * distance * distance;
        }
        return sum / labels.length;
    }

    /** In halves of a pair, so in whole numbers; NaN where a label does not occur. */
    private double rocAuc(int[] times) {
        long area = 0;
        long below = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            long here = 0;
            long negativesHere = 0;
            double score = probabilities[order[from]];
            for (; from < order.length && probabilities[order[from]] == score; from++) {
                here += labels[order[from]] == 1 ? times[order[from]] : 0;
                negativesHere += labels[order[from]] == 1 ? 0 : times[order[from]];
            }
            area += here * (2 * below + negativesHere);
            below += negativesHere;
            positives += here;
        }
        return positives == 0 || below == 0 ? Double.NaN : area / (2.0 * positives * below);
    }
}
