package io.loanflow.ingestion.expectation;

/**
 * Mean, standard deviation, smallest and largest of a stream of numbers, without the cancellation of plain sums (Welford,
 * "Note on a method for calculating corrected sums of squares and products", Technometrics 4, 1962). NaN where there are too few.
 */
final class Moments {

    private long count;
    private double mean;
    private double squares;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    void add(double value) {
        count++;
        double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
    }

    double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Of the sample: divided by one less than the count. */
    double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }

    double minimum() {
        return count == 0 ? Double.NaN : minimum;
    }

    double maximum() {
        return count == 0 ? Double.NaN : maximum;
    }
}
