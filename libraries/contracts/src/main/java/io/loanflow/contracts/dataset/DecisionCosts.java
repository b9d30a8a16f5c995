package io.loanflow.contracts.dataset;

/**
 * What a wrong decision costs; only the ratio of the two matters.
 *
 * @param falsePositive of approving what should have been rejected, above 0
 * @param falseNegative of rejecting what should have been approved, above 0
 */
public record DecisionCosts(double falsePositive, double falseNegative) {}
