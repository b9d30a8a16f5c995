package io.loanflow.trees.grow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much the rows of each label count when a split is chosen and when a leaf is labelled.
 *
 * @param balanced whether each label counts as much as any other, however many rows it has
 * @param weights by label name; a label that is not named counts 1
 */
public record ClassWeight(boolean balanced, Map<String, Double> weights) {

    /** Every row counts 1. */
    public static final ClassWeight NONE = new ClassWeight(false, Map.of());

    /** Rows times labels in inverse proportion to the rows of a label, as scikit-learn's "balanced". */
    public static final ClassWeight BALANCED = new ClassWeight(true, Map.of());

    public ClassWeight {
        if (balanced && !weights.isEmpty()) {
            throw new IllegalArgumentException(
                    "Class weights are both balanced and given: leave out one of balanced and classWeight");
        }
        weights.forEach((label, weight) -> {
            if (!(weight > 0 && weight <= 1e9)) {
                throw new IllegalArgumentException(
                        "The class weight of '" + label + "' is " + weight + ": give a number above 0 and up to 1e9");
            }
        });
        weights = Map.copyOf(weights);
    }

    /** Given weights. */
    public static ClassWeight of(Map<String, Double> weights) {
        return new ClassWeight(false, weights);
    }

    /** Per label of a table, what a row with it counts. */
    public double[] of(TrainingTable table) {
        List<String> labels = table.labelNames();
        refuseUnknown(labels);
        double[] result = new double[labels.size()];
        int[] counts = table.labelCounts();
        for (int label = 0; label < result.length; label++) {
            result[label] = balanced
                    ? (double) table.rows() / ((double) labels.size() * counts[label])
                    : weights.getOrDefault(labels.get(label), 1.0);
        }
        return result;
    }

    private void refuseUnknown(List<String> labels) {
        for (String label : new TreeMap<>(weights).keySet()) {
            if (!labels.contains(label)) {
                throw new IllegalArgumentException(
                        "The class weight names the label '" + label + "', which no row has: name labels of " + labels);
            }
        }
    }
}
