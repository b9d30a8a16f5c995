package io.loanflow.trees.forest.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The results of the rounds of one measurement, in their order. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Rounds(double[] values) {

    public double median() {
        return sorted()[values.length / 2];
    }

    /** Round by round, so that what else the machine did meanwhile is shared by both. */
    public Rounds over(Rounds other) {
        return new Rounds(IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] / other.values[i])
                .toArray());
    }

    public Rounds times(double factor) {
        return new Rounds(Arrays.stream(values).map(value -> value * factor).toArray());
    }

    /** Median (least-greatest). */
    @Override
    public String toString() {
        double[] sorted = sorted();
        return "%s (%s-%s)".formatted(number(median()), number(sorted[0]), number(sorted[sorted.length - 1]));
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    public static String number(double value) {
        int digits = value < 10 ? 3 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
