package io.loanflow.training.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far the ROC AUCs of two models on the same rows are apart, and how sure that is: by drawing as many rows as there are, with
 * replacement, again and again, and scoring both models on each draw (B. Efron, R. Tibshirani: An Introduction to the Bootstrap, 1993;
 * the percentile interval). The same rows, scores and seed give the same interval.
 */
public final class PairedBootstrap {

    private static final int RESAMPLES = 2000;
    private static final long SEED = 42;

    private final byte[] labels;
    private final RankCounts first;
    private final RankCounts second;

    /**
     * @param labels 1 for positive rows; both labels occur
     * @param first scores of one model, one a row, none of them NaN
     * @param second the other model's
     */
    public PairedBootstrap(byte[] labels, double[] first, double[] second) {
        this.labels = labels;
        this.first = new RankCounts(first);
        this.second = new RankCounts(second);
    }

    /**
     * The first model's ROC AUC less the second's.
     *
     * @param confidence from 0 to 1, such as 0.95 for an interval from the 2.5th to the 97.5th percentile
     */
    public AucDifference difference(double confidence) {
        double[] drawn = new double[RESAMPLES];
        SplittableRandom random = new SplittableRandom(SEED);
        int found = 0;
        while (found < RESAMPLES) {
            double difference = draw(random);
            // A draw of one label only has no AUC.
            if (!Double.isNaN(difference)) {
                drawn[found++] = difference;
            }
        }
        Arrays.sort(drawn);
        double tail = (1 - confidence) / 2;
        return new AucDifference(observed(), percentile(drawn, tail), percentile(drawn, 1 - tail), confidence);
    }

    private double observed() {
        first.clear();
        second.clear();
        for (int row = 0; row < labels.length; row++) {
            count(row);
        }
        return first.rocAuc() - second.rocAuc();
    }

    private double draw(SplittableRandom random) {
        first.clear();
        second.clear();
        for (int i = 0; i < labels.length; i++) {
            count(random.nextInt(labels.length));
        }
        return first.rocAuc() - second.rocAuc();
    }

    private void count(int row) {
        first.count(row, labels[row] == 1);
        second.count(row, labels[row] == 1);
    }

    private static double percentile(double[] ascending, double share) {
        return ascending[(int) Math.round(share * (ascending.length - 1))];
    }

    /** Positive and negative rows at each distinct score. */
    private static final class RankCounts {

        private final int[] rankOf;
        private final int[] positives;
        private final int[] negatives;

        RankCounts(double[] scores) {
            double[] distinct = Arrays.stream(scores).sorted().distinct().toArray();
            rankOf = Arrays.stream(scores)
                    .mapToInt(score -> Arrays.binarySearch(distinct, score))
                    .toArray();
            positives = new int[distinct.length];
            negatives = new int[distinct.length];
        }

        void clear() {
            Arrays.fill(positives, 0);
            Arrays.fill(negatives, 0);
        }

        void count(int row, boolean positive) {
            (positive ? positives : negatives)[rankOf[row]]++;
        }

        /** In halves of a pair, so in whole numbers; NaN where a label does not occur. */
        double rocAuc() {
            long below = 0;
            long pairs = 0;
            long all = 0;
            for (int rank = 0; rank < positives.length; rank++) {
                pairs += positives[rank] * (2 * below + negatives[rank]);
                below += negatives[rank];
                all += positives[rank];
            }
            return pairs / (2.0 * all * below);
        }
    }
}
