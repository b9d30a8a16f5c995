package io.loanflow.training.statistics;

import java.util.Arrays;

/** Mean of a number that each row has. */
public final class Mean implements Statistic {

    private final double[] values;

    public Mean(double[] values) {
        this.values = values;
    }

    @Override
    public double of(int[] times) {
        double sum = 0;
        long rows = 0;
        for (int row = 0; row < values.length; row++) {
            sum += times[row] * values[row];
            rows += times[row];
        }
        return sum / rows;
    }

    /**
     * With its standard error, and an interval as wide as a normal distribution has it. Of rows that came together it is the scatter of
     * their sums that counts (W. Cochran: Sampling Techniques, 1977, 9A).
     */
    public Estimate estimate(Clusters clusters, double confidence) {
        double mean = observed(values.length);
        double[] distances = Arrays.stream(values).map(value -> value - mean).toArray();
        double squares = 0;
        for (double sum : clusters.sums(distances)) {
            squares += sum * sum;
        }
        double rows = values.length;
        double count = clusters.count();
        return Estimate.normal(mean, Math.sqrt(squares / (count - 1) / rows * (count / rows)), confidence);
    }
}
