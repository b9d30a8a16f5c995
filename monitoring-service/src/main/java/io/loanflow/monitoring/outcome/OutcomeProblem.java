package io.loanflow.monitoring.outcome;

/**
 * Why an outcome is not taken.
 *
 * @param place of it in what was sent
 */
public record OutcomeProblem(String place, String detail) {}
