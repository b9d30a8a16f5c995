package io.loanflow.ingestion.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people. */
final class Numbers {

    private static final int DIGITS = 6;
    private static final int PERCENT_DIGITS = 3;

    private Numbers() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** To six digits, and whole numbers in full. */
    static String number(double value) {
        return number(value, DIGITS);
    }

    /** To three digits. */
    static String percent(double percent) {
        return number(percent, PERCENT_DIGITS) + " %";
    }

    private static String number(double value, int digits) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return count((long) value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
        return Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15 ? rounded.toString() : rounded.toPlainString();
    }
}
