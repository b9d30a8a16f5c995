package io.loanflow.trees.boosting;

import io.loanflow.trees.grow.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of a pure integer recipe, so that a platform's number parsing or mathematics has no part in them. */
record MadeUpTable(List<String> names, double[][] columns, int[] labels) {

    static final String POSITIVE = "yes";

    /** Numbers of many and of few values, and the indicators of a category. */
    static MadeUpTable of(int rows) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] columns = new double[8][rows];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = (double) random.nextLong(1 << 20) / (1 << 20);
            columns[1][row] = (double) random.nextLong(1 << 20) / (1 << 20);
            columns[2][row] = random.nextInt(10);
            columns[3][row] = random.nextInt(2);
            int category = random.nextInt(4);
            columns[4 + category][row] = 1;
            double signal = columns[0][row] * 4
                    + (category == 2 ? columns[1][row] : 1 - columns[1][row]) * 3
                    + columns[2][row] * columns[3][row] / 5
                    + (random.nextInt(1000) - 500) / 250.0;
            labels[row] = signal > 4 ? 1 : 0;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            names.add("feature-" + i);
        }
        return new MadeUpTable(names, columns, labels);
    }

    TrainingTable table() {
        return TrainingTable.of(names, columns, List.of("no", POSITIVE), labels);
    }

    double[] row(int row) {
        double[] values = new double[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i][row];
        }
        return values;
    }

    /** The mean of minus the logarithm of the probability of a row's own label. */
    double logLoss(BoostedTrees model) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double probability = model.probability(row(row));
            sum -= Math.log(labels[row] == 1 ? probability : 1 - probability);
        }
        return sum / labels.length;
    }
}
