package io.loanflow.leakage;

import java.util.Arrays;

/**
 * How well one column alone tells positive rows from negative ones. A number ranks rows by itself; what is no line, and a category, by the share of
 * positive rows among those of its kind in the other folds, so that no row is judged by its own label: with its own, a column of many
 * categories would always look strong.
 *
 * @param auc ROC AUC, from 0.5; rising and falling count alike
 * @param byMissing whether that the value is there or not is as telling as the value itself
 */
public record ColumnStrength(double auc, boolean byMissing) {

    /** So many rows say what there is to say; of more, every nth does. */
    public static final int ENOUGH_ROWS = 100_000;

    /** From this AUC on a column is worth a question. */
    public static final double SUSPECT = 0.90;

    /** From this one on it knows the answer. */
    public static final double REFUSED = 0.99;

    private static final int FOLDS = 5;
    private static final int MOST_BINS = 50;
    private static final int LEAST_IN_BIN = 20;

    /** Rows that a bin is given of the whole table's kind, so that few rows say little. */
    private static final double PRIOR = 1;

    /**
     * Of a column of numbers.
     *
     * @param values NaN where missing
     * @param positive of the same rows; at least one of either
     */
    public static ColumnStrength ofNumbers(double[] values, boolean[] positive) {
        double ranked = eitherWay(auc(values, positive));
        return of(values, positive, Math.max(ranked, foldMeans(bins(values), positive)));
    }

    /**
     * Of a column of categories.
     *
     * @param positions whole numbers from 0, NaN where missing
     * @param positive of the same rows; at least one of either
     */
    public static ColumnStrength ofCategories(double[] positions, boolean[] positive) {
        int[] bins = new int[positions.length];
        for (int row = 0; row < bins.length; row++) {
            bins[row] = Double.isNaN(positions[row]) ? 0 : (int) positions[row] + 1;
        }
        return of(positions, positive, foldMeans(bins, positive));
    }

    private static ColumnStrength of(double[] values, boolean[] positive, double auc) {
        double[] missing = new double[values.length];
        for (int row = 0; row < missing.length; row++) {
            missing[row] = Double.isNaN(values[row]) ? 1 : 0;
        }
        double byMissing = eitherWay(auc(missing, positive));
        double strongest = Math.max(0.5, Math.max(auc, byMissing));
        return new ColumnStrength(strongest, byMissing > 0.5 && strongest - byMissing < 0.01);
    }

    private static double eitherWay(double auc) {
        return Math.max(auc, 1 - auc);
    }

    /** For each row the tenth, twentieth… of the column that its number lies in, from 1; 0 where it is missing. */
    private static int[] bins(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int count = Math.max(1, Math.min(MOST_BINS, sorted.length / LEAST_IN_BIN));
        double[] edges = new double[count - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = sorted[(int) ((long) (i + 1) * sorted.length / count)];
        }
        double[] distinct = Arrays.stream(edges).distinct().toArray();
        int[] bins = new int[values.length];
        for (int row = 0; row < bins.length; row++) {
            bins[row] = Double.isNaN(values[row]) ? 0 : 1 + place(distinct, values[row]);
        }
        return bins;
    }

    /** The number of edges that are not above the value. */
    private static int place(double[] edges, double value) {
        int at = Arrays.binarySearch(edges, value);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private static double foldMeans(int[] bins, boolean[] positive) {
        int count = Arrays.stream(bins).max().orElse(0) + 1;
        double[][] rows = new double[FOLDS][count];
        double[][] positives = new double[FOLDS][count];
        double share = 0;
        for (int row = 0; row < bins.length; row++) {
            rows[row % FOLDS][bins[row]]++;
            positives[row % FOLDS][bins[row]] += positive[row] ? 1 : 0;
            share += positive[row] ? 1.0 / bins.length : 0;
        }
        double[] allRows = sum(rows, count);
        double[] allPositives = sum(positives, count);
        double[] means = new double[bins.length];
        for (int row = 0; row < bins.length; row++) {
            int bin = bins[row];
            int fold = row % FOLDS;
            means[row] = (allPositives[bin] - positives[fold][bin] + PRIOR * share)
                    / (allRows[bin] - rows[fold][bin] + PRIOR);
        }
        return auc(means, positive);
    }

    private static double[] sum(double[][] folds, int count) {
        double[] sum = new double[count];
        for (double[] fold : folds) {
            for (int bin = 0; bin < count; bin++) {
                sum[bin] += fold[bin];
            }
        }
        return sum;
    }

    /** The share of pairs of a positive and a negative row in which the positive one has more, ties by half; missing is less than all. */
    private static double auc(double[] scores, boolean[] positive) {
        double[] above = scoresOf(scores, positive, true);
        double[] below = scoresOf(scores, positive, false);
        if (above.length == 0 || below.length == 0) {
            return 0.5;
        }
        double wins = 0;
        int less = 0;
        int notMore = 0;
        for (double score : above) {
            while (less < below.length && below[less] < score) {
                less++;
            }
            while (notMore < below.length && below[notMore] <= score) {
                notMore++;
            }
            wins += less + (notMore - less) / 2.0;
        }
        return wins / ((double) above.length * below.length);
    }

    private static double[] scoresOf(double[] scores, boolean[] positive, boolean which) {
        double[] of = new double[scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (positive[row] == which) {
                of[count++] = Double.isNaN(scores[row]) ? Double.NEGATIVE_INFINITY : scores[row];
            }
        }
        double[] sorted = Arrays.copyOf(of, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
