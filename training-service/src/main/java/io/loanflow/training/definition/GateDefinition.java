package io.loanflow.training.definition;

/**
 * When a version of a data set's model may become champion.
 *
 * @param floor ROC AUC that it must reach
 * @param tolerance how much lower than the champion's its ROC AUC may be
 * @param margin the difference of both ROC AUCs is above minus this with the given confidence
 * @param confidence of the interval of the difference, two-sided
 * @param leastOfEachLabel with fewer test rows of either label two versions are not compared
 */
public record GateDefinition(double floor, double tolerance, double margin, double confidence, int leastOfEachLabel) {

    /** What {@code training.yaml} leaves out. */
    static final GateDefinition DEFAULTS = new GateDefinition(0.90, 0, 0.005, 0.95, 30);
}
