package io.loanflow.model.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** Puts numbers into bins of about equal counts. */
final class NumberBins {

    /** Enough to see where a distribution changed; with fewer rows in each, chance would be all there is to see. */
    private static final int MOST_BINS = 64;

    /** Standardising and back adds less to a number, and numbers that are nearer to each other count as one. */
    private static final int DIGITS = 12;

    private static final MathContext PRECISION = new MathContext(DIGITS);

    /** Of a mean that nobody may take for a row's value. */
    private static final MathContext SHORT = new MathContext(6);

    private NumberBins() {}

    /**
     * @param values at least one; NaN, where one is missing and a feature says so, counts as what stands for it
     * @param missing what stands for a missing value, and gets a bin of its own; empty where no row may lack one
     */
    static NumberCounts of(String column, double[] values, OptionalDouble missing) {
        double[] sorted = Arrays.stream(values)
                .map(value -> rounded(Double.isNaN(value) ? missing.orElseThrow() : value))
                .sorted()
                .toArray();
        List<Double> edges = edges(sorted, missing);
        NumberCounts empty =
                new NumberCounts(column, edges, zeros(0.0, edges.size() + 1), zeros(0L, edges.size() + 1), -1);
        double[] sums = new double[edges.size() + 1];
        long[] counts = new long[sums.length];
        for (double value : sorted) {
            int bin = empty.bin(value);
            sums[bin] += value;
            counts[bin]++;
        }
        return new NumberCounts(
                column,
                edges,
                centres(edges, sums, counts),
                Arrays.stream(counts).boxed().toList(),
                missing.isPresent() ? empty.bin(rounded(missing.getAsDouble())) : -1);
    }

    /** Between two values, never on one: a number as it came and as it was decoded from a feature differ in their last bits. */
    private static List<Double> edges(double[] sorted, OptionalDouble missing) {
        TreeSet<Double> edges = new TreeSet<>();
        for (int i = 1; i < MOST_BINS; i++) {
            double value = sorted[(int) ((long) i * (sorted.length - 1) / MOST_BINS)];
            int above = firstAbove(sorted, value);
            if (above < sorted.length) {
                edges.add(value / 2 + sorted[above] / 2);
            }
        }
        missing.ifPresent(value -> {
            BigDecimal standIn = new BigDecimal(value).round(PRECISION);
            BigDecimal margin = BigDecimal.ONE.movePointLeft(DIGITS - standIn.precision() + standIn.scale());
            edges.add(standIn.subtract(margin).doubleValue());
            edges.add(standIn.add(margin).doubleValue());
        });
        return List.copyOf(edges);
    }

    /** @return length of the array where there is none */
    private static int firstAbove(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] > value) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static List<Double> centres(List<Double> edges, double[] sums, long[] counts) {
        List<Double> centres = new ArrayList<>();
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                centres.add(new BigDecimal(sums[bin] / counts[bin]).round(SHORT).doubleValue());
            } else {
                centres.add(edges.get(Math.min(bin, edges.size() - 1)));
            }
        }
        // Rounding may turn neighbours around.
        for (int bin = 1; bin < counts.length; bin++) {
            centres.set(bin, Math.max(centres.get(bin - 1), centres.get(bin)));
        }
        return centres;
    }

    private static double rounded(double number) {
        return new BigDecimal(number).round(PRECISION).doubleValue();
    }

    private static <T> List<T> zeros(T zero, int size) {
        return Collections.nCopies(size, zero);
    }
}
