package io.loanflow.model.reason;

import io.loanflow.model.family.LabelledRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Takes the reference from the rows that a model was fitted on. The same rows give the same one. */
public final class ReferenceMaker {

    /** Enough for a mean that a thousandth more or less of the rows does not move; scored in a moment when a model is loaded. */
    private static final int MOST_ROWS = 500;

    /** A class has about a thirtieth of the rows, or one value. */
    private static final int MOST_LEVELS = 32;

    private ReferenceMaker() {}

    /** @param rows with at least one of the positive label */
    public static Reference of(LabelledRows rows) {
        int[] positive = IntStream.range(0, rows.size())
                .filter(row -> rows.labels()[row] == 1)
                .toArray();
        int taken = Math.min(MOST_ROWS, positive.length);
        List<Reference.Feature> features = new ArrayList<>();
        List<List<Integer>> sample = new ArrayList<>();
        for (int i = 0; i < taken; i++) {
            sample.add(new ArrayList<>());
        }
        for (int feature = 0; feature < rows.columns().length; feature++) {
            double[] column = rows.columns()[feature];
            Classes classes = Classes.of(
                    Arrays.stream(positive).mapToDouble(row -> column[row]).toArray());
            features.add(new Reference.Feature(rows.features().get(feature), classes.mean(), classes.values()));
            for (int i = 0; i < taken; i++) {
                // Evenly from first to last: rows lie in the order of the file, which may be one of time.
                int row = positive[(int) ((long) i * positive.length / taken)];
                sample.get(i).add(classes.of(column[row]));
            }
        }
        return new Reference(positive.length, features, sample);
    }

    /** @param bounds the greatest value of each class but the last */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Classes(double[] bounds, double mean, List<Double> values) {

        static Classes of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double[] distinct = Arrays.stream(sorted).distinct().toArray();
            double[] bounds =
                    distinct.length <= MOST_LEVELS ? Arrays.copyOf(distinct, distinct.length - 1) : quantiles(sorted);
            double[] sums = new double[bounds.length + 1];
            int[] counts = new int[sums.length];
            for (double value : sorted) {
                int at = place(bounds, value);
                sums[at] += value;
                counts[at]++;
            }
            List<Double> means = IntStream.range(0, sums.length)
                    .mapToObj(i -> sums[i] / counts[i])
                    .toList();
            return new Classes(bounds, Arrays.stream(sorted).average().orElseThrow(), means);
        }

        /** Each is a value that occurs, so that no class is empty; the greatest value is in the last class. */
        private static double[] quantiles(double[] sorted) {
            double greatest = sorted[sorted.length - 1];
            return IntStream.range(1, MOST_LEVELS)
                    .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / MOST_LEVELS)])
                    .filter(value -> value < greatest)
                    .distinct()
                    .toArray();
        }

        int of(double value) {
            return place(bounds, value);
        }

        private static int place(double[] bounds, double value) {
            int found = Arrays.binarySearch(bounds, value);
            return found >= 0 ? found : -found - 1;
        }
    }
}
