package io.loanflow.monitoring.performance;

/**
 * Rows of similar probability, and how many are positive: drawn, expected or observed.
 *
 * @param selected whether they were decided positive
 * @param probability mean of theirs
 * @param positives need not be whole where they are expected
 */
record PositiveCounts(boolean selected, double probability, long rows, double positives) {}
