package io.loanflow.monitoring.decision;

import java.time.Instant;

/**
 * Decisions of one version in a time.
 *
 * @param from the first moment
 * @param to the first moment after it
 */
public record DecisionSpan(String dataset, int version, Instant from, Instant to) {}
