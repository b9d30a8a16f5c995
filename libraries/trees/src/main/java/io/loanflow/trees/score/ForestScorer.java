package io.loanflow.trees.score;

import io.loanflow.trees.forest.Forest;
import java.util.List;

/**
 * Scores dense rows by a forest.
 *
 * <p>The score is the probability Tribuo itself gives to the positive label, once it has read the forest from its file, to the last bit:
 * trees are visited in the forest's order and every floating-point addition of Tribuo's combiner is repeated in its order. A feature that
 * Tribuo calls missing is 0. Immutable and thread-safe.
 */
public final class ForestScorer implements TreeScorer {

    private final TreeSums trees;

    private final List<String> featureNames;

    private final String positiveLabel;

    private final String digest;

    /**
     * A scorer.
     *
     * @param featureNames the names of the columns of each row to score, in the order of the row; may hold names that the forest does not
     *     know
     * @param positiveLabel the label whose probability is the score
     * @throws IllegalArgumentException if the forest splits on a feature that is not named, or does not know the positive label
     */
    public ForestScorer(Forest forest, List<String> featureNames, String positiveLabel) {
        this.trees = new TreeSums(sums(forest, positiveLabel), featureNames);
        this.featureNames = List.copyOf(featureNames);
        this.positiveLabel = positiveLabel;
        this.digest = forest.digest();
    }

    /**
     * What is added up for a row.
     *
     * @throws IllegalArgumentException if the forest does not know the positive label
     */
    public static TreeSums.Input sums(Forest forest, String positiveLabel) {
        return ForestAddends.input(forest, positiveLabel);
    }

    @Override
    public double score(double[] features) {
        return trees.ofRow(features);
    }

    @Override
    public double[] scoreColumns(double[][] columns, int rows) {
        return trees.ofColumns(columns, rows);
    }

    /**
     * Scores rows that lie one after the other in one array, in parallel.
     *
     * @param values {@code rows} times the number of feature names
     * @return one probability per row
     */
    public double[] scoreRows(double[] values, int rows) {
        int width = featureNames.size();
        if (values.length != Math.multiplyExact(rows, width)) {
            throw new IllegalArgumentException("There are " + values.length + " values for " + rows + " rows of "
                    + width + " features: give rows times features values");
        }
        double[][] columns = new double[width][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                columns[column][row] = values[row * width + column];
            }
        }
        return trees.ofColumns(columns, rows);
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    /** The label whose probability is the score. */
    public String positiveLabel() {
        return positiveLabel;
    }

    /** {@link Forest#digest}. */
    @Override
    public String digest() {
        return digest;
    }

    @Override
    public int size() {
        return trees.size();
    }
}
