package io.loanflow.model.whatif;

import io.loanflow.model.row.Row;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * How a model decides.
 *
 * @param probability of a row
 * @param ofSum the probability that trees of this sum have; never falls, and may be off by a rounding
 * @param threshold from which a probability is positive
 */
public record Judge(ToDoubleFunction<Row> probability, DoubleUnaryOperator ofSum, double threshold) {

    private static final double GREATEST_SUM = 1e4;

    private static final int HALVINGS = 100;

    boolean isPositive(double someProbability) {
        return someProbability >= threshold;
    }

    boolean isPositive(Row row) {
        return isPositive(probability.applyAsDouble(row));
    }

    /** The sum from which rows are positive; infinite where all are, or none is. */
    double cut() {
        double negative = -GREATEST_SUM;
        double positive = GREATEST_SUM;
        if (isPositive(ofSum.applyAsDouble(negative))) {
            return Double.NEGATIVE_INFINITY;
        }
        if (!isPositive(ofSum.applyAsDouble(positive))) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (negative + positive) / 2;
            if (isPositive(ofSum.applyAsDouble(middle))) {
                positive = middle;
            } else {
                negative = middle;
            }
        }
        return positive;
    }
}
