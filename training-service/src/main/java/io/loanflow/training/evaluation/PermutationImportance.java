package io.loanflow.training.evaluation;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.rows.PartRows;
import io.loanflow.trees.score.TreeScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Permutation importance (Breiman 2001) of the data set's columns, on rows the model was not grown on: unlike a sum of impurity
 * it does not favour columns of many values, and all features of one column count together. The seed is fixed.
 */
public final class PermutationImportance {

    private static final int REPETITIONS = 5;
    /** More rows would hardly change the result. */
    private static final int MOST_ROWS = 20_000;

    private static final long SEED = 42;

    private final TreeScorer model;
    private final double[][] columns;
    private final byte[] labels;
    private final double wholeAuc;

    private PermutationImportance(TreeScorer model, PartRows rows) {
        this.model = model;
        int[] chosen = chosen(rows.size());
        columns = new double[rows.columns().length][];
        for (int feature = 0; feature < columns.length; feature++) {
            columns[feature] = picked(rows.columns()[feature], chosen);
        }
        labels = new byte[chosen.length];
        for (int row = 0; row < chosen.length; row++) {
            labels[row] = rows.labels()[chosen[row]];
        }
        wholeAuc = auc(columns);
    }

    /** @return most important first */
    public static List<ColumnImportance> of(TreeScorer model, FeatureEncoder encoder, PartRows rows) {
        PermutationImportance importance = new PermutationImportance(model, rows);
        List<ColumnImportance> importances = new ArrayList<>();
        int offset = 0;
        for (ColumnEncoding encoding : encoder.encodings()) {
            int width = encoding.featureNames().size();
            importances.add(importance.of(encoding.column(), offset, width));
            offset += width;
        }
        importances.sort(Comparator.comparingDouble(ColumnImportance::meanDrop).reversed());
        return importances;
    }

    private ColumnImportance of(String column, int offset, int width) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drops = new double[REPETITIONS];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            int[] order = shuffled(labels.length, random);
            double[][] permuted = columns.clone();
            for (int feature = offset; feature < offset + width; feature++) {
                permuted[feature] = picked(columns[feature], order);
            }
            drops[repetition] = wholeAuc - auc(permuted);
        }
        double mean = IntStream.range(0, REPETITIONS)
                .mapToDouble(i -> drops[i])
                .average()
                .orElseThrow();
        double squares = IntStream.range(0, REPETITIONS)
                .mapToDouble(i -> (drops[i] - mean) * (drops[i] - mean))
                .sum();
        return new ColumnImportance(column, mean, Math.sqrt(squares / REPETITIONS));
    }

    private double auc(double[][] features) {
        return RankingCurve.of(labels, model.scoreColumns(features, labels.length))
                .rocAuc();
    }

    private static int[] chosen(int rows) {
        if (rows <= MOST_ROWS) {
            return IntStream.range(0, rows).toArray();
        }
        return IntStream.of(shuffled(rows, new SplittableRandom(SEED)))
                .limit(MOST_ROWS)
                .toArray();
    }

    private static double[] picked(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int value = order[i];
            order[i] = order[other];
            order[other] = value;
        }
        return order;
    }
}
