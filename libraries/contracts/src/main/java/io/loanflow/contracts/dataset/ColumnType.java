package io.loanflow.contracts.dataset;

/** What values a column holds. */
public enum ColumnType {
    /** A finite decimal number, stored as a 64-bit float. */
    REAL,
    /** A whole number, stored in 64 bits. */
    INTEGER,
    /** One of a fixed set of categories without an order. */
    NOMINAL,
    /** One of a fixed set of categories, listed from lowest to highest. */
    ORDINAL,
    /** One of exactly two categories: the first listed means false, the second true. */
    BOOLEAN;

    /** Whether values are numbers (else they are categories). */
    public boolean isNumeric() {
        return this == REAL || this == INTEGER;
    }

    /** Whether of two values one is the lesser. */
    public boolean isOrdered() {
        return isNumeric() || this == ORDINAL;
    }
}
