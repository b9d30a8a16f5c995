package io.loanflow.contracts.dataset;

/** What a model may learn from a column: whichever it is, of two rows that differ in nothing else. */
public enum Monotonicity {
    /** The row with the greater value is never less likely to have the positive label. */
    RISING,
    /** The row with the greater value is never more likely to have it. */
    FALLING
}
