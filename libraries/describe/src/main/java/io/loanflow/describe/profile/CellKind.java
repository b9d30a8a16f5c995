package io.loanflow.describe.profile;

/** What a text in a table may be taken for. */
public enum CellKind {
    /** Digits and a sign. */
    WHOLE,
    /** Any other number. */
    REAL,
    /** Digits after a zero, as codes are written. */
    CODE,
    /** With a percent sign. */
    PERCENT,
    /** With the sign or code of a currency. */
    CURRENCY,
    /** A number and letters behind it. */
    SUFFIXED,
    /** Anything else. */
    TEXT
}
