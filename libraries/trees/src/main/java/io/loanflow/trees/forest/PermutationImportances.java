package io.loanflow.trees.forest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much worse a forest judges rows when the values of one feature are shuffled among them (Breiman, Random Forests, 2001).
 * Measured on rows the forest has not seen, it does not favour features of many values. Features that say the same share their
 * importance.
 */
public final class PermutationImportances {

    static final Comparator<FeatureImportance> MOST_IMPORTANT_FIRST =
            Comparator.comparingDouble(FeatureImportance::mean).reversed().thenComparing(FeatureImportance::feature);

    private PermutationImportances() {}

    /**
     * Weighs the features. The same at any number of threads.
     *
     * @param columns one array per feature name of the forest, all of the same length, not changed
     * @param quality how good scores are, the greater the better: one score per row, in the order of the columns
     * @param repetitions how often each feature is shuffled, at least 1
     * @param seed of the shuffles
     * @return one per feature, most important first: by how much the quality falls, and its deviation over repetitions
     */
    public static List<FeatureImportance> of(
            FlatForest forest, double[][] columns, ToDoubleFunction<double[]> quality, int repetitions, long seed) {
        if (repetitions < 1) {
            throw new IllegalArgumentException("There are " + repetitions + " repetitions: give at least 1");
        }
        if (columns.length != forest.featureNames().size()) {
            throw new IllegalArgumentException("There are " + columns.length + " columns and the model needs "
                    + forest.featureNames().size() + ": give one for each of " + forest.featureNames());
        }
        int rows = columns[0].length;
        double whole = quality.applyAsDouble(forest.scoreColumns(columns, rows));
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> orders = IntStream.range(0, repetitions)
                .mapToObj(repetition -> shuffled(rows, random))
                .toList();
        List<FeatureImportance> importances = new ArrayList<>();
        for (int feature = 0; feature < columns.length; feature++) {
            double[] drops = new double[repetitions];
            for (int repetition = 0; repetition < repetitions; repetition++) {
                double[][] permuted = columns.clone();
                permuted[feature] = permuted(columns[feature], orders.get(repetition));
                drops[repetition] = whole - quality.applyAsDouble(forest.scoreColumns(permuted, rows));
            }
            importances.add(FeatureImportance.of(forest.featureNames().get(feature), drops));
        }
        importances.sort(MOST_IMPORTANT_FIRST);
        return importances;
    }

    private static double[] permuted(double[] column, int[] order) {
        return IntStream.of(order).mapToDouble(row -> column[row]).toArray();
    }

    private static int[] shuffled(int rows, SplittableRandom random) {
        int[] order = IntStream.range(0, rows).toArray();
        for (int row = rows - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            int swapped = order[row];
            order[row] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
