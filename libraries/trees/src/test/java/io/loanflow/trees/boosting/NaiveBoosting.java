package io.loanflow.trees.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same algorithm as anybody would write it down: every border of every feature of every leaf, summed anew, in floating point. */
final class NaiveBoosting {

    private final MadeUpTable table;
    private final BoostingParameters parameters;
    private final double[] scores;
    private final double[] first;
    private final double[] second;

    NaiveBoosting(MadeUpTable table, BoostingParameters parameters) {
        this.table = table;
        this.parameters = parameters;
        scores = new double[table.labels().length];
        first = new double[scores.length];
        second = new double[scores.length];
    }

    private record Cut(int[] rows, int feature, double threshold, double gain, int[] left, int[] right) {}

    /** Log odds of each row after all trees. */
    double[] scores() {
        double ones = Arrays.stream(table.labels()).sum();
        Arrays.fill(scores, Math.log(ones / (scores.length - ones)));
        for (int tree = 0; tree < parameters.trees(); tree++) {
            derive();
            grow();
        }
        return scores;
    }

    private void derive() {
        for (int row = 0; row < scores.length; row++) {
            double probability = 1 / (1 + Math.exp(-scores[row]));
            first[row] = probability - table.labels()[row];
            second[row] = probability * (1 - probability);
        }
    }

    private void grow() {
        List<int[]> leaves = new ArrayList<>();
        int[] all = new int[scores.length];
        Arrays.setAll(all, i -> i);
        leaves.add(all);
        while (leaves.size() < parameters.shape().numLeaves()) {
            Cut best = leaves.stream()
                    .map(this::best)
                    .filter(cut -> cut.gain() > 0)
                    .max((a, b) -> Double.compare(a.gain(), b.gain()))
                    .orElse(null);
            if (best == null) {
                break;
            }
            leaves.remove(best.rows());
            leaves.add(best.left());
            leaves.add(best.right());
        }
        for (int[] leaf : leaves) {
            double value = parameters.learningRate() * value(leaf);
            for (int row : leaf) {
                scores[row] += value;
            }
        }
    }

    private double value(int[] rows) {
        return -sum(first, rows)
                / (sum(second, rows) + parameters.regularization().lambdaL2());
    }

    private double gain(int[] rows) {
        return sum(first, rows)
                * sum(first, rows)
                / (sum(second, rows) + parameters.regularization().lambdaL2());
    }

    private static double sum(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).sum();
    }

    private Cut best(int[] rows) {
        Cut best = new Cut(rows, 0, 0, 0, rows, rows);
        for (int feature = 0; feature < table.columns().length; feature++) {
            double[] column = table.columns()[feature];
            for (double threshold : thresholds(column)) {
                int[] left = Arrays.stream(rows)
                        .filter(row -> column[row] <= threshold)
                        .toArray();
                int[] right = Arrays.stream(rows)
                        .filter(row -> column[row] > threshold)
                        .toArray();
                int least = parameters.shape().minDataInLeaf();
                if (left.length >= least && right.length >= least) {
                    double gain = gain(left) + gain(right) - gain(rows);
                    if (gain > best.gain()) {
                        best = new Cut(rows, feature, threshold, gain, left, right);
                    }
                }
            }
        }
        return best;
    }

    private double[] thresholds(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        Bins bins = Bins.of(sorted, parameters.maxBin());
        double[] thresholds = new double[bins.size() - 1];
        Arrays.setAll(thresholds, bins::threshold);
        return thresholds;
    }
}
