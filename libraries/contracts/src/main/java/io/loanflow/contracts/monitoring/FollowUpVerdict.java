package io.loanflow.contracts.monitoring;

/** What follows from the alarms of a data set. */
public enum FollowUpVerdict {
    /** Nothing: there is no alarm that nothing followed from yet, or none that the policy asks for. */
    NO_ALARM,
    /** Nothing: the policy lets nothing follow. */
    OFF,
    /** Nothing yet: the last retraining was too short a while ago. */
    COOLING_DOWN,
    /** Nothing yet: the retrainings of a week are used up. */
    BUDGET_SPENT,
    /** Nothing yet: too few outcomes became known since the last retraining. */
    FEW_ROWS,
    /** A person is told that a retraining is due. */
    PROPOSED,
    /** A retraining. */
    RETRAIN
}
