package io.loanflow.monitoring.outcome;

import java.time.Instant;

/** What was said of a decision. */
public record KnownOutcome(String decisionId, String dataset, String label, Instant observedAt, Instant receivedAt) {}
