package io.loanflow.ingestion.expectation;

/** A figure of a stream of numbers. */
interface Statistic {

    void add(double value);

    /** NaN if there were too few values. */
    double value();

    /** By Kahan's sum, which keeps what plain sums round off. */
    final class Mean implements Statistic {

        private long count;
        private double sum;
        private double lost;

        @Override
        public void add(double value) {
            count++;
            double part = value - lost;
            double next = sum + part;
            lost = (next - sum) - part;
            sum = next;
        }

        @Override
        public double value() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    /**
     * Of the sample, that is, divided by one less than the count; without the cancellation of sums of squares (Welford, "Note on a
     * method for calculating corrected sums of squares and products", Technometrics 4, 1962).
     */
    final class Deviation implements Statistic {

        private long count;
        private double mean;
        private double squares;

        @Override
        public void add(double value) {
            count++;
            double distance = value - mean;
            mean += distance / count;
            squares += distance * (value - mean);
        }

        @Override
        public double value() {
            return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
        }
    }

    final class Smallest implements Statistic {

        private double smallest = Double.NaN;

        @Override
        public void add(double value) {
            smallest = value >= smallest ? smallest : value;
        }

        @Override
        public double value() {
            return smallest;
        }
    }

    final class Largest implements Statistic {

        private double largest = Double.NaN;

        @Override
        public void add(double value) {
            largest = value <= largest ? largest : value;
        }

        @Override
        public double value() {
            return largest;
        }
    }
}
