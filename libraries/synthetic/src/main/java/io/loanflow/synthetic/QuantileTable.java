package io.loanflow.synthetic;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A distribution: what share of values lies below which value, linear in between.
 *
 * @param points rising; the first lies at share 0, the last at 1, the others at these shares: 0.001, 0.0025, 0.005, each
 *     hundredth, 0.995, 0.9975, 0.999
 */
record QuantileTable(List<Double> points) {

    /** More points at the ends, where values lie far apart. */
    private static final double[] LEVELS = levels();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    QuantileTable {
        points = List.copyOf(points);
        if (points.size() != LEVELS.length) {
            throw new IllegalArgumentException("quantiles must be " + LEVELS.length + " numbers, not " + points.size());
        }
    }

    double at(double share) {
        int high = 1;
        while (high < LEVELS.length - 1 && LEVELS[high] < share) {
            high++;
        }
        double low = LEVELS[high - 1];
        double part = (share - low) / (LEVELS[high] - low);
        return points.get(high - 1) + part * (points.get(high) - points.get(high - 1));
    }

    private static double[] levels() {
        return Stream.of(
                        DoubleStream.of(0, 0.001, 0.0025, 0.005),
                        IntStream.rangeClosed(1, 99).mapToDouble(i -> i / 100.0),
                        DoubleStream.of(0.995, 0.9975, 0.999, 1))
                .flatMapToDouble(part -> part)
                .toArray();
    }
}
