package io.loanflow.monitoring.decision;

/**
 * Decisions about one group.
 *
 * @param label that was decided
 * @param expected sum of the probabilities of the positive label
 */
public record GroupCell(String group, String label, long decisions, double expected) {}
