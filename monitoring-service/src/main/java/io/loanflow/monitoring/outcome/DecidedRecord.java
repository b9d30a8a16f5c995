package io.loanflow.monitoring.outcome;

import java.time.Instant;
import java.util.Map;

/**
 * What is kept of a decision with its outcome.
 *
 * @param groups by protected column, where the record had a value
 */
record DecidedRecord(
        String id, int version, Instant decidedAt, String label, double probability, Map<String, String> groups) {}
