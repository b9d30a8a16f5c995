package io.loanflow.training.definition;

/**
 * When a version of a data set's model may become champion.
 *
 * @param bounds of ROC AUCs
 * @param auc how far its ROC AUC may be from the champion's
 * @param logLoss how far its log loss may be from the champion's
 * @param evidence how sure the gate must be
 * @param safeguards by how much it must not be surely worse than the champion
 * @param limits of what it costs to serve
 */
public record GateDefinition(
        Bounds bounds, Leeway auc, Leeway logLoss, Evidence evidence, Safeguards safeguards, Limits limits) {

    /** What {@code training.yaml} leaves out. */
    public static final GateDefinition DEFAULTS = new GateDefinition(
            new Bounds(0.90, 0.98),
            new Leeway(0, 0.005),
            new Leeway(0, 0.01),
            new Evidence(0.95, 30, SureGain.SAME_ROWS),
            new Safeguards(0.02, 0.001, 0.8, 0.1),
            new Limits(500, 10));

    /**
     * @param floor that it must reach
     * @param leakCeiling that no column alone may reach: it would know the answer
     */
    public record Bounds(double floor, double leakCeiling) {}

    /**
     * @param tolerance how much worse than the champion's it may be
     * @param margin it is less than this worse at the worst end of the difference's interval
     */
    public record Leeway(double tolerance, double margin) {}

    /**
     * @param confidence of intervals, two-sided
     * @param leastOfEachLabel with fewer test rows of either label two versions, or a group's scores, are not compared
     */
    public record Evidence(double confidence, int leastOfEachLabel, SureGain sureGain) {}

    /**
     * @param group how much higher the log loss of a slice or group may surely be
     * @param calibration how much more of the Brier score may surely come from wrong probabilities
     * @param selectionRateRatio from this on, the lowest group's share of positive decisions over the highest one's is enough
     * @param equalOpportunityDifference up to this, groups' shares of positive rows that are found may differ
     */
    public record Safeguards(
            double group, double calibration, double selectionRateRatio, double equalOpportunityDifference) {}

    /**
     * @param megabytes of its folder
     * @param milliseconds of one prediction in serving's rehearsal, median
     */
    public record Limits(double megabytes, double milliseconds) {}
}
