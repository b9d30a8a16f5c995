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
    BOOLEAN,
    /** A day; stored, never a feature. */
    DATE,
    /** Free text; stored, never a feature. */
    TEXT,
    /** What a row is called by, such as an account number that may begin with a zero; stored, never a feature. */
    IDENTIFIER;

    /** Whether values are numbers. */
    public boolean isNumeric() {
        return this == REAL || this == INTEGER;
    }

    /** Whether values are of a list of categories. */
    public boolean isCategorical() {
        return this == NOMINAL || this == ORDINAL || this == BOOLEAN;
    }

    /** Whether of two values one is the lesser. */
    public boolean isOrdered() {
        return isNumeric() || this == ORDINAL;
    }
}
