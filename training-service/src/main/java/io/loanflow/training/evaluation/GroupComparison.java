package io.loanflow.training.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The groups of one protected column side by side.
 *
 * @param groups those that have rows, in the definition's order
 */
public record GroupComparison(String column, List<SliceEvaluation> groups) {

    public GroupComparison {
        groups = List.copyOf(groups);
    }

    /** Largest difference between two groups' shares of positive decisions; 0 is parity. NaN without groups. */
    public double demographicParityDifference() {
        return spread(ConfusionMatrix::selectionRate);
    }

    /** Largest difference between two groups' shares of positive decisions among their positive rows; 0 is equality. */
    public double equalOpportunityDifference() {
        return spread(ConfusionMatrix::truePositiveRate);
    }

    private double spread(ToDoubleFunction<ConfusionMatrix> rate) {
        double[] rates = groups.stream()
                .map(group -> group.evaluation().decisions())
                .mapToDouble(rate)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return rates.length == 0 ? Double.NaN : rates[rates.length - 1] - rates[0];
    }
}
