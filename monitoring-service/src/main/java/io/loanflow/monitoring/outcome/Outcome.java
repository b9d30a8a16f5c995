package io.loanflow.monitoring.outcome;

import java.time.Instant;

/**
 * What happened after a decision, as somebody says.
 *
 * @param place of it in what was sent, such as {@code /3} or {@code line 4}
 * @param label the target's category
 */
public record Outcome(String place, String decisionId, String label, Instant observedAt) {}
