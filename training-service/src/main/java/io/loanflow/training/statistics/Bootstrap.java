package io.loanflow.training.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How sure statistics are: by drawing as many rows as there are, with replacement, again and again, and computing all of them on each
 * draw (B. Efron, R. Tibshirani: An Introduction to the Bootstrap, 1993). Rows that came together are drawn together. A statistic that is
 * a difference of two models is so measured in pairs. Each draw has a seed of its own: the same rows give the same numbers on any number
 * of processors.
 */
public final class Bootstrap {

    /** Number of draws. */
    public static final int RESAMPLES = 2000;

    private static final long SEED = 42;

    private final byte[] labels;
    private final Clusters clusters;

    /** @param labels 1 for positive rows; both labels occur, in more than one cluster */
    public Bootstrap(byte[] labels, Clusters clusters) {
        this.labels = labels;
        this.clusters = clusters;
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
            int[] drawn = new int[clusters.count()];
            for (int i = 0; i < drawn.length; i++) {
                drawn[random.nextInt(drawn.length)]++;
            }
            int[] times = new int[labels.length];
            long[] rows = new long[2];
            for (int row = 0; row < times.length; row++) {
                times[row] = drawn[clusters.of(row)];
                rows[labels[row]] += times[row];
            }
            if (rows[0] > 0 && rows[1] > 0) {
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
