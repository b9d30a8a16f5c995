package io.loanflow.trees.score;

import java.util.List;

/** Scores rows by a model of trees. Immutable and thread-safe. */
public interface TreeScorer {

    /** The names of the columns of each row, in order. */
    List<String> featureNames();

    /** The number of trees. */
    int size();

    /** SHA-256 in hexadecimal of what the trees decide: the same before and after a model is saved, and free of time stamps. */
    String digest();

    /**
     * Scores one row.
     *
     * @param features one finite or infinite value per feature name, NaN where the model has learnt from missing values
     * @return the probability of the positive label
     * @throws IllegalArgumentException if the row has another length or another NaN
     */
    double score(double[] features);

    /**
     * Scores columns, to the bit as {@link #score} scores each row.
     *
     * @param columns one array per feature name, each with at least {@code rows} values, as those of a row
     * @return one probability per row
     */
    double[] scoreColumns(double[][] columns, int rows);
}
