package io.loanflow.trees.forest;

import io.loanflow.trees.grow.Bootstrap;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.TrainingTable;
import java.util.Arrays;
import java.util.List;

/**
 * What the trees of a forest say of the rows they have not seen: an honest estimate that needs no rows of its own (Breiman,
 * Random Forests, 2001). Which rows a tree has seen follows from the seed, so nothing is trained again.
 *
 * @param labels the labels, in lexicographic order
 * @param probabilities row after row of the table, the probability of each label; NaN for a row that every tree has seen
 * @param judged how many rows some tree has not seen
 * @param score the share of these whose likeliest label is right
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutOfBag(List<String> labels, double[] probabilities, int judged, double score) {

    /**
     * Asks the trees.
     *
     * @param forest grown in one go, or joined of its parts
     * @param table what the forest was trained on
     * @param parameters what it was trained with; of a trainer's later runs, {@link ForestParameters#invocation}
     * @throws IllegalArgumentException if the forest does not fit to the others, or every tree has seen every row
     */
    public static OutOfBag of(Forest forest, TrainingTable table, ForestParameters parameters) {
        if (!parameters.bootstrap()) {
            throw new IllegalArgumentException(
                    "bootstrap is off, so that every tree has seen every row: train with bootstrap for an out-of-bag score");
        }
        Bootstrap bootstrap = new Bootstrap(parameters, table.rows());
        refuseStranger(forest, table, parameters.trees(), bootstrap.draws());
        int labels = table.labelNames().size();
        double[] probabilities = new UnseenRows(forest, table, bootstrap).probabilities();
        int judged = 0;
        int right = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (!Double.isNaN(probabilities[row * labels])) {
                judged++;
                right += likeliest(probabilities, row * labels, labels) == table.label(row) ? 1 : 0;
            }
        }
        return new OutOfBag(table.labelNames(), probabilities, judged, (double) right / judged);
    }

    private static void refuseStranger(Forest forest, TrainingTable table, int trees, int draws) {
        require(forest.size() == trees, "The model has " + forest.size() + " trees and the parameters say " + trees);
        int drawn = forest.trees().get(0).cover(0);
        // A file of an earlier version does not say how many.
        require(
                drawn == 0 || drawn == draws,
                "Each tree was trained on " + drawn + " draws, and of the table's " + table.rows()
                        + " rows the parameters draw " + draws);
        require(
                forest.features().equals(table.featureNames()),
                "The model was trained on other features than " + table.featureNames());
        require(
                forest.labels().equals(table.labelNames()),
                "The model was trained on other labels than " + table.labelNames());
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(
                    message + ": give the table and the parameters that the model was trained with");
        }
    }

    /** The probability of a label, a number a row. */
    public double[] of(String label) {
        int position = labels.indexOf(label);
        double[] column = new double[probabilities.length / labels.size()];
        Arrays.setAll(column, row -> probabilities[row * labels.size() + position]);
        return column;
    }

    private static int likeliest(double[] probabilities, int first, int labels) {
        int likeliest = first;
        for (int label = first + 1; label < first + labels; label++) {
            likeliest = probabilities[label] > probabilities[likeliest] ? label : likeliest;
        }
        return likeliest - first;
    }
}
