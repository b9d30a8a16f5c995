package io.loanflow.contracts.decision;

/** Names of the table of all that was said of decisions' outcomes, one line for each; the latest line of a decision holds. */
public final class DecisionOutcomes {

    public static final String NAME = "decision_outcome";

    /** Grows with each line. */
    public static final String ID = "id";
    /** As in {@link DecisionTable#ID}. */
    public static final String DECISION = "decision_id";

    public static final String DATASET = "dataset";
    /** The target's category that really came about. */
    public static final String LABEL = "label";
    /** As in {@link DecisionTable#DECIDED_AT}. */
    public static final String DECIDED_AT = "decided_at";

    private DecisionOutcomes() {}
}
