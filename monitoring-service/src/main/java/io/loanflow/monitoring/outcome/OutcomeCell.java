package io.loanflow.monitoring.outcome;

import java.util.Map;

/**
 * Decisions of similar probability whose outcome is known and the same.
 *
 * @param decided label
 * @param label that came out
 * @param cell of the probability, as {@link io.loanflow.monitoring.decision.ProbabilityCell}
 * @param expected sum of the probabilities of the positive label
 * @param groups by protected column, where the record had a value
 */
public record OutcomeCell(
        String decided, String label, int cell, long rows, double expected, Map<String, String> groups) {

    public OutcomeCell {
        groups = Map.copyOf(groups);
    }
}
