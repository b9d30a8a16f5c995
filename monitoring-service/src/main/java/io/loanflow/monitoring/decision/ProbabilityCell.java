package io.loanflow.monitoring.decision;

/**
 * Decisions of similar probability.
 *
 * @param label that was decided
 * @param cell from 0 to {@link #CELLS}
 * @param expected sum of the probabilities of the positive label
 */
public record ProbabilityCell(String label, int cell, long decisions, double expected) {

    /** Cells of the probabilities below 1. */
    public static final int CELLS = 1000;
}
