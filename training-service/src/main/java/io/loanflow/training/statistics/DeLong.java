package io.loanflow.training.statistics;

import java.util.Arrays;

/**
 * ROC AUC with the standard error that needs no draws (E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson: Comparing the areas under two
 * or more correlated receiver operating characteristic curves, 1988), also of rows that came together (N. Obuchowski: Nonparametric
 * analysis of clustered ROC curve data, 1997).
 */
public final class DeLong {

    private final byte[] labels;
    private final Clusters clusters;
    /** Of a positive row: the share of negative rows below it; of a negative one: the share of positive rows above it. */
    private final double[] placements;

    /** @param scores one a row, none of them NaN; both labels occur in at least two clusters */
    public DeLong(byte[] labels, double[] scores, Clusters clusters) {
        this.labels = labels;
        this.clusters = clusters;
        this.placements = placements(labels, scores);
    }

    /** The AUC. */
    public Estimate estimate(double confidence) {
        return estimate(placements, confidence);
    }

    /** This AUC less another on the same rows. */
    public Estimate less(DeLong other, double confidence) {
        double[] differences = new double[placements.length];
        for (int row = 0; row < differences.length; row++) {
            differences[row] = placements[row] - other.placements[row];
        }
        return estimate(differences, confidence);
    }

    private Estimate estimate(double[] values, double confidence) {
        double variance = 0;
        double auc = 0;
        double[][] shares = new double[2][];
        for (int label = 0; label <= 1; label++) {
            int rows = 0;
            double sum = 0;
            for (int row = 0; row < values.length; row++) {
                rows += labels[row] == label ? 1 : 0;
                sum += labels[row] == label ? values[row] : 0;
            }
            // Both labels' placements have the same mean.
            auc = sum / rows;
            double[] distances = new double[values.length];
            for (int row = 0; row < values.length; row++) {
                distances[row] = labels[row] == label ? values[row] - auc : 0;
            }
            double[] sums = clusters.sums(distances);
            double count = clusters.with(labels, label);
            variance += Arrays.stream(sums).map(value -> value * value).sum() / (count - 1) / rows * (count / rows);
            double all = rows;
            shares[label] = Arrays.stream(sums).map(value -> value / all).toArray();
        }
        return Estimate.normal(auc, Math.sqrt(variance + together(shares)), confidence);
    }

    /** What both labels of one cluster have in common; 0 where each row is by itself. */
    private double together(double[][] shares) {
        double products = 0;
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            products += shares[0][cluster] * shares[1][cluster];
        }
        double count = clusters.count();
        return 2 * products * (count / (count - 1));
    }

    private static double[] placements(byte[] labels, double[] scores) {
        ScoreOrder order = new ScoreOrder(scores);
        double[] placements = new double[scores.length];
        double[] all = new double[2];
        for (byte label : labels) {
            all[label]++;
        }
        double[] below = new double[2];
        for (int step = 0; step < order.steps(); step++) {
            double[] here = new double[2];
            for (int position = order.start(step); position < order.start(step + 1); position++) {
                here[labels[order.row(position)]]++;
            }
            double belowPositive = (below[0] + here[0] / 2) / all[0];
            double aboveNegative = (all[1] - below[1] - here[1] / 2) / all[1];
            for (int position = order.start(step); position < order.start(step + 1); position++) {
                int row = order.row(position);
                placements[row] = labels[row] == 1 ? belowPositive : aboveNegative;
            }
            below[0] += here[0];
            below[1] += here[1];
        }
        return placements;
    }
}
