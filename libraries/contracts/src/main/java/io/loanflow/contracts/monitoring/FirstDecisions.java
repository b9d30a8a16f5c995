package io.loanflow.contracts.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * @param decisions that are stored by now
 * @param score null where nothing is said of it
 * @param note why nothing is said; null where something is
 */
public record FirstDecisions(
        long decisions,
        @Nullable ScoreDrift score,
        @Nullable String note) {}
