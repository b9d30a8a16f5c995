package io.loanflow.training.statistics;

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

    /** With the standard error of a mean, and an interval as wide as a normal distribution has it. */
    public Estimate estimate(double confidence) {
        double mean = observed(values.length);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double rows = values.length;
        return Estimate.normal(mean, Math.sqrt(squares / (rows - 1) / rows), confidence);
    }
}
