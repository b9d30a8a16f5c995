package io.loanflow.training.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How sure the measures of one model on some rows are: by drawing as many rows as there are, with replacement, again and again (B. Efron,
 * R. Tibshirani: An Introduction to the Bootstrap, 1993; the percentile interval). Each draw has a seed of its own, so that the same rows
 * give the same intervals on any number of processors.
 */
public final class MeasureIntervals {

    private static final int RESAMPLES = 1000;
    private static final long SEED = 42;
    private static final double CONFIDENCE = 0.95;

    private MeasureIntervals() {}

    /**
     * @param labels 1 for positive rows
     * @param probabilities one a row, none of them NaN
     * @param threshold smallest probability that is decided positive
     * @return by name, in order; without the measures that these rows do not define
     */
    public static Map<String, Interval> of(byte[] labels, double[] probabilities, double threshold) {
        WeightedMeasures measures = new WeightedMeasures(labels, probabilities, threshold);
        int[] once = new int[labels.length];
        Arrays.fill(once, 1);
        Map<String, Double> observed = measures.of(once);
        Map<String, double[]> drawn = draws(measures, labels.length);
        Map<String, Interval> intervals = new LinkedHashMap<>();
        observed.forEach((name, value) -> {
            if (!value.isNaN()) {
                intervals.put(name, interval(value, drawn.getOrDefault(name, new double[0])));
            }
        });
        return intervals;
    }

    private static Map<String, double[]> draws(WeightedMeasures measures, int rows) {
        Map<String, double[]> drawn = new LinkedHashMap<>();
        if (rows == 0) {
            return drawn;
        }
        var all = Arrays.stream(new SplittableRandom(SEED).longs(RESAMPLES).toArray())
                .parallel()
                .mapToObj(seed -> measures.of(times(seed, rows)))
                .toList();
        for (String name : all.get(0).keySet()) {
            drawn.put(
                    name,
                    all.stream()
                            .mapToDouble(draw -> draw.getOrDefault(name, Double.NaN))
                            .filter(value -> !Double.isNaN(value))
                            .sorted()
                            .toArray());
        }
        return drawn;
    }

    /** How often a draw has each row. */
    private static int[] times(long seed, int rows) {
        int[] times = new int[rows];
        SplittableRandom random = new SplittableRandom(seed);
        IntStream.range(0, rows).forEach(i -> times[random.nextInt(rows)]++);
        return times;
    }

    private static Interval interval(double value, double[] ascending) {
        double tail = (1 - CONFIDENCE) / 2;
        return ascending.length == 0
                ? new Interval(value, value, value)
                : new Interval(value, percentile(ascending, tail), percentile(ascending, 1 - tail));
    }

    private static double percentile(double[] ascending, double share) {
        return ascending[(int) Math.round(share * (ascending.length - 1))];
    }
}
