package io.loanflow.monitoring.alarm;

import io.loanflow.monitoring.statistics.Counts;
import io.loanflow.monitoring.statistics.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds the threshold that a stated share of windows without any change goes beyond, over all columns together: draws many pairs of a reference and a
 * window from one distribution, the reference's own, and takes the quantile of the least chance of each pair (Westfall and Young,
 * Resampling-Based Multiple Testing (1993), min P). That the reference is itself a sample counts: it is drawn anew in each pair. Columns are
 * drawn one by one; where they depend on each other, there are a little fewer false alarms than stated.
 */
public final class AlarmCalibration {

    /** Of 10,000 pairs a rate of 1 % is known to a tenth of itself. */
    static final int DRAWS = 10_000;

    private static final int CHUNKS = 16;

    private final List<WatchedColumn> columns;
    private final long windowSize;

    private AlarmCalibration(List<WatchedColumn> columns, long windowSize) {
        this.columns = List.copyOf(columns);
        this.windowSize = windowSize;
    }

    /**
     * The same arguments give the same rule, on any number of processors.
     *
     * @param falseAlarmRate above 0 and below 1
     * @param seed of the draws
     */
    public static AlarmRule rule(List<WatchedColumn> columns, long windowSize, double falseAlarmRate, long seed) {
        return new AlarmCalibration(columns, windowSize).rule(falseAlarmRate, seed);
    }

    private AlarmRule rule(double falseAlarmRate, long seed) {
        List<AlarmRule.Tested> tests = new ArrayList<>();
        double[] least = new double[DRAWS];
        Arrays.fill(least, 1);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int column = 0; column < columns.size(); column++) {
            WatchedColumn watched = columns.get(column);
            List<ColumnTest> kinds = ColumnTest.of(watched);
            double[][] statistics = statistics(watched, kinds, seeds.split());
            for (int kind = 0; kind < kinds.size(); kind++) {
                NullDistribution byChance = NullDistribution.of(statistics[kind]);
                tests.add(new AlarmRule.Tested(column, kinds.get(kind), byChance));
                lower(least, statistics[kind], byChance);
            }
        }
        Arrays.sort(least);
        int rank = (int) Math.max(1, Math.round(falseAlarmRate * DRAWS));
        // Between this pair and the next one.
        double threshold = (least[rank - 1] + least[Math.min(DRAWS - 1, rank)]) / 2;
        return new AlarmRule(windowSize, falseAlarmRate, threshold, columns, tests);
    }

    private static void lower(double[] least, double[] statistics, NullDistribution byChance) {
        for (int draw = 0; draw < statistics.length; draw++) {
            // Only the tail decides.
            if (statistics[draw] > byChance.mean() + byChance.deviation()) {
                least[draw] = Math.min(least[draw], byChance.chance(statistics[draw]));
            }
        }
    }

    private double[][] statistics(WatchedColumn column, List<ColumnTest> kinds, SplittableRandom random) {
        double[] shares = Arrays.stream(column.reference())
                .mapToDouble(count -> count / (double) column.referenceSize())
                .toArray();
        double[][] statistics = new double[kinds.size()][DRAWS];
        List<SplittableRandom> randoms =
                IntStream.range(0, CHUNKS).mapToObj(chunk -> random.split()).toList();
        IntStream.range(0, CHUNKS).parallel().forEach(chunk -> {
            for (int draw = chunk; draw < DRAWS; draw += CHUNKS) {
                Counts pair = new Counts(
                        Sampling.multinomial(shares, column.referenceSize(), randoms.get(chunk)),
                        Sampling.multinomial(shares, windowSize, randoms.get(chunk)));
                for (int kind = 0; kind < kinds.size(); kind++) {
                    statistics[kind][draw] = kinds.get(kind).statistic(pair);
                }
            }
        });
        return statistics;
    }
}
