package io.loanflow.monitoring.decision;

import java.time.Instant;

/**
 * A version that decided, and when.
 *
 * @param runId MLflow run that made it
 * @param first and last decision
 */
public record DecisionVersion(int version, String runId, Instant first, Instant last) {}
