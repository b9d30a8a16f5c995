package io.loanflow.monitoring.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table of decisions.
 *
 * @param version that decided
 * @param runId MLflow run that made it
 * @param label the target's category that was decided
 * @param probability of the positive label
 * @param threshold smallest probability that was decided positive
 * @param score of the trees, before calibration
 * @param shadow whether the model answered nobody
 * @param reasons as they were answered, JSON; null where none were
 * @param record as it came, JSON
 */
public record StoredDecision(
        String id,
        String dataset,
        Instant decidedAt,
        int version,
        String runId,
        String modelDigest,
        String label,
        double probability,
        double threshold,
        double score,
        boolean shadow,
        @Nullable String reasons,
        String record) {}
