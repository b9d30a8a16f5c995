package io.loanflow.trees.grow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Refuses a table that cannot be learnt from. */
final class TableChecks {

    private TableChecks() {}

    static void shapes(List<String> featureNames, double[][] columns, List<String> labelNames, int[] labels) {
        require(
                featureNames.size() == columns.length && columns.length > 0,
                "There are " + featureNames.size() + " feature names for " + columns.length
                        + " columns: name each column, and give at least one");
        require(labels.length > 0, "There are no rows: give at least two, with different labels");
        require(labelNames.size() <= TrainingTable.MAX_LABELS, "There are more than 32768 labels: group them");
        unique(featureNames, "feature");
        unique(labelNames, "label");
        for (int i = 0; i < columns.length; i++) {
            require(
                    columns[i].length == labels.length,
                    "The feature '" + featureNames.get(i) + "' has " + columns[i].length + " values for "
                            + labels.length + " labels: give one of each per row");
        }
        for (int row = 0; row < labels.length; row++) {
            require(
                    labels[row] >= 0 && labels[row] < labelNames.size(),
                    "Row " + row + " has the label " + labels[row] + ": give a position in " + labelNames);
        }
    }

    static void finite(List<String> featureNames, double[][] columns, boolean orMissing) {
        IntStream.range(0, columns.length).parallel().forEach(i -> finite(featureNames.get(i), columns[i], orMissing));
    }

    private static void finite(String name, double[] column, boolean orMissing) {
        for (int row = 0; row < column.length; row++) {
            boolean missing = orMissing && Double.isNaN(column[row]);
            if (!missing && !(Math.abs(column[row]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("The feature '" + name + "' is " + column[row] + " in row " + row
                        + ": fill missing values and clip infinite ones before training");
            }
        }
    }

    static void enoughLabels(List<String> labelNames) {
        require(
                labelNames.size() >= 2,
                "Every row has the label " + labelNames
                        + ": give rows of at least two labels, or there is nothing to learn");
    }

    private static void unique(List<String> names, String what) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            require(seen.add(name), "The " + what + " '" + name + "' is named twice: name each " + what + " once");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
