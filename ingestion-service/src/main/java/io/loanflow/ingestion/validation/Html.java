package io.loanflow.ingestion.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Pieces of HTML. */
final class Html {

    private static final int DIGITS = 6;
    private static final int PERCENT_DIGITS = 3;

    private Html() {}

    /** A text so that a browser shows it as it is. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** @param content is HTML */
    static String element(String tag, String cssClass, String content) {
        String start = cssClass.isEmpty() ? tag : tag + " class=\"" + cssClass + "\"";
        return "<" + start + ">" + content + "</" + tag + ">";
    }

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
