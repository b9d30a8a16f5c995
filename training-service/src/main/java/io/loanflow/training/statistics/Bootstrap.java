package io.loanflow.training.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How sure statistics are: by drawing as many rows as there are, with replacement, again and again, and computing all of them on each
 * draw (B. Efron, R. Tibshirani: An Introduction to the Bootstrap, 1993). A statistic that is a difference of two models is so measured
 * in pairs. Each draw has a seed of its own: the same rows give the same numbers on any number of processors.
 */
public final class Bootstrap {

    /** Number of draws. */
    public static final int RESAMPLES = 2000;

    private static final long SEED = 42;

    private final byte[] labels;

    /** @param labels 1 for positive rows; both labels occur */
    public Bootstrap(byte[] labels) {
        this.labels = labels;
    }

    /** One for each statistic, from the same draws. */
    public List<Draws> draws(List<Statistic> statistics) {
        double[][] drawn = Arrays.stream(
                        new SplittableRandom(SEED).longs(RESAMPLES).toArray())
                .parallel()
                .mapToObj(seed -> {
                    int[] times = times(seed);
                    return statistics.stream()
                            .mapToDouble(statistic -> statistic.of(times))
                            .toArray();
                })
                .toArray(double[][]::new);
        return IntStream.range(0, statistics.size())
                .mapToObj(index -> new Draws(statistics.get(index).observed(labels.length), column(drawn, index)))
                .toList();
    }

    /** How often a draw has each row; again where it has one label only, of which no ranking can be measured. */
    private int[] times(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        while (true) {
            int[] times = new int[labels.length];
            int positives = 0;
            for (int i = 0; i < labels.length; i++) {
                int row = random.nextInt(labels.length);
                times[row]++;
                positives += labels[row];
            }
            if (positives > 0 && positives < labels.length) {
                return times;
            }
        }
    }

    private static double[] column(double[][] rows, int index) {
        return IntStream.range(0, rows.length)
                .mapToDouble(row -> rows[row][index])
                .toArray();
    }
}
