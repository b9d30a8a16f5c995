package io.loanflow.trees.grow;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows to learn from, column by column. Features and labels stand in the order of their names, whatever the order they
 * were given in, so that a forest does not depend on it.
 *
 * <p>The columns are not copied and must not change while a forest grows.
 */
public final class TrainingTable {

    /** A row's label, a row's weight and a row's number share a long. */
    static final int MAX_LABELS = 1 << 15;

    private final List<String> featureNames;

    private final double[][] columns;

    private final List<String> labelNames;

    private final int[] labels;

    private final int[] labelCounts;

    private TrainingTable(
            List<String> featureNames, double[][] columns, List<String> labelNames, int[] labels, int[] labelCounts) {
        this.featureNames = featureNames;
        this.columns = columns;
        this.labelNames = labelNames;
        this.labels = labels;
        this.labelCounts = labelCounts;
    }

    /**
     * Takes columns as they are.
     *
     * @param featureNames one per column, each once
     * @param columns finite numbers, the same number in each column
     * @param labelNames each once; a label that no row has is left out
     * @param labels per row, its position in {@code labelNames}
     * @throws IllegalArgumentException if they do not fit together, or fewer than two labels have rows
     */
    public static TrainingTable of(
            List<String> featureNames, double[][] columns, List<String> labelNames, int[] labels) {
        return of(featureNames, columns, labelNames, labels, false);
    }

    /** As {@link #of}, but that values may be missing (NaN): for boosted trees, which learn what to do with such. */
    public static TrainingTable withMissing(
            List<String> featureNames, double[][] columns, List<String> labelNames, int[] labels) {
        return of(featureNames, columns, labelNames, labels, true);
    }

    private static TrainingTable of(
            List<String> featureNames, double[][] columns, List<String> labelNames, int[] labels, boolean orMissing) {
        TableChecks.shapes(featureNames, columns, labelNames, labels);
        int[] features = sorted(featureNames);
        double[][] ordered = IntStream.of(features).mapToObj(i -> columns[i]).toArray(double[][]::new);
        List<String> orderedNames =
                IntStream.of(features).mapToObj(featureNames::get).toList();
        TableChecks.finite(orderedNames, ordered, orMissing);
        int[] counts = new int[labelNames.size()];
        for (int label : labels) {
            counts[label]++;
        }
        int[] used = IntStream.of(sorted(labelNames)).filter(i -> counts[i] > 0).toArray();
        List<String> usedNames = IntStream.of(used).mapToObj(labelNames::get).toList();
        TableChecks.enoughLabels(usedNames);
        return new TrainingTable(
                orderedNames,
                ordered,
                usedNames,
                renumbered(labels, used, counts.length),
                IntStream.of(used).map(i -> counts[i]).toArray());
    }

    private static int[] sorted(List<String> names) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] renumbered(int[] labels, int[] used, int size) {
        int[] position = new int[size];
        for (int i = 0; i < used.length; i++) {
            position[used[i]] = i;
        }
        return Arrays.stream(labels).map(label -> position[label]).toArray();
    }

    /** In lexicographic order. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Those that rows have, in lexicographic order. */
    public List<String> labelNames() {
        return labelNames;
    }

    /** The number of rows. */
    public int rows() {
        return labels.length;
    }

    /** The values of one feature; not a copy. */
    public double[] column(int feature) {
        return columns[feature];
    }

    /** The position of a row's label in {@link #labelNames()}. */
    public int label(int row) {
        return labels[row];
    }

    /** @throws IllegalArgumentException if a value is missing */
    void requireNumbers() {
        TableChecks.finite(featureNames, columns, false);
    }

    int features() {
        return columns.length;
    }

    int[] labelCounts() {
        return labelCounts;
    }
}
