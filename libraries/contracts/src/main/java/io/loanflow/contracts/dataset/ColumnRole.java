package io.loanflow.contracts.dataset;

/** What a column is used for. */
public enum ColumnRole {
    /** Given to the trainer and to every score. */
    FEATURE,
    /** The decision to learn; exactly one column has this role. */
    TARGET,
    /** Stored and used to measure fairness; never given to a trainer or a score. */
    PROTECTED,
    /** Names the row; stored, never a feature. */
    IDENTIFIER,
    /** Stored only. */
    IGNORED;

    /** Whether a model sees it, as a feature or as the target. Rows that are equal in these columns are one row to a model. */
    public boolean isLearnt() {
        return this == FEATURE || this == TARGET;
    }
}
