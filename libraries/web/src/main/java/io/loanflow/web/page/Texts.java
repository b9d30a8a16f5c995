package io.loanflow.web.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures in words, the same on every page. */
public final class Texts {

    private static final int DIGITS = 6;
    private static final int PERCENT_DIGITS = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Texts() {}

    /** To the minute. */
    public static String time(Instant moment) {
        return TIME.format(moment) + " UTC";
    }

    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** To three places; a dash where there is none. */
    public static String figure(@Nullable Double value) {
        return value == null || value.isNaN() ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** To six digits, and whole numbers in full. */
    public static String number(double value) {
        return number(value, DIGITS);
    }

    /**
     * To three digits.
     *
     * @param share from 0 to 1
     */
    public static String percent(double share) {
        return number(100 * share, PERCENT_DIGITS) + " %";
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
