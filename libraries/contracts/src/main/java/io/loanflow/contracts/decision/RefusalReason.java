package io.loanflow.contracts.decision;

/** Why a column's value, or a whole row, was not taken for a decision. */
public enum RefusalReason {
    /** It must be given, and was not, or as null. */
    MISSING,
    /** The definition does not allow it: another type, out of its range, none of its categories. */
    NOT_ALLOWED,
    /** It was given more than once. */
    REPEATED,
    /** No decision uses the column; it was to be left out. */
    UNUSED_COLUMN,
    /** What came is no row at all. */
    NO_ROW
}
