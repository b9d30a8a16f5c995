package io.loanflow.contracts.dataset;

/**
 * How the values of a column are written.
 *
 * @param text the suffix, or the pattern of a date; empty where the kind says all
 */
public record ValueFormat(Kind kind, String text) {

    /** What is written around a number, or that it is a date. */
    public enum Kind {
        /** {@code 10.65%} and {@code 10.65} are 10.65. */
        PERCENT,
        /** {@code 10.65%} is 0.1065; without the sign it is nothing. */
        PERCENT_AS_SHARE,
        /** {@code $1234.50}, {@code 1234.50 EUR} and {@code 1234.50} are 1234.5. */
        CURRENCY,
        /** {@code 36 months} is 36 where the suffix is {@code " months"}; without it, it is nothing. */
        SUFFIX,
        /** A day by a {@link DatePattern}. */
        DATE
    }
}
