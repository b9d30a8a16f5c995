package io.loanflow.trees.explain;

import java.util.List;

/**
 * Says what each group of a row's features contributes to its score: its Shapley value, exactly. The contributions and the base are the
 * score in all, but for rounding (1e-9 and less). Immutable and thread-safe; a row's contributions are the same bits whatever rows come
 * with it, and however many threads work.
 */
public interface Explainer {

    /** What contributions are of, in their order. */
    List<String> groups();

    /** The score of which nothing is known: what the contributions are added to. */
    double base();

    /**
     * Explains one row.
     *
     * @param row one finite or infinite value per feature name, NaN where the model has learnt from missing values
     * @return one contribution per group, in units of the score
     * @throws IllegalArgumentException if the row has another length or another NaN
     */
    double[] explain(double[] row);

    /**
     * Explains rows of columns.
     *
     * @param columns one array per feature name, each with at least {@code rows} values, as those of a row
     * @param threads that work
     * @return for each group the contributions by row
     * @throws IllegalArgumentException if there are other columns or another NaN
     */
    double[][] explainColumns(double[][] columns, int rows, int threads);
}
