package io.loanflow.tablefiles;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is written. The notation is that of {@link java.math.BigDecimal}, in ASCII: a sign, digits with perhaps a point among
 * them, and perhaps an exponent.
 */
public enum NumberText {
    /** Not at all. */
    NONE,
    /** A minus sign at most, digits, and perhaps a point and more digits, in a length that everything can read. */
    PLAIN,
    /** In any other way. */
    OTHER,
    /** As {@link #PLAIN}, with no digit but 0. */
    PLAIN_ZERO,
    /** As {@link #OTHER}, with no digit but 0 before the exponent. */
    OTHER_ZERO;

    /** {@code 36 months}, {@code 10+ years}, {@code 5km}. */
    private static final Pattern SUFFIXED = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:\\+? \\p{L}|\\p{L}{2})[\\p{L} ]*");

    /** Room for 17 digits, which is what a 64-bit float has, and some zeros before them. */
    private static final int PLAIN_LENGTH = 32;

    public static NumberText of(String text) {
        int end = text.length();
        int begin = end > 0 && isSign(text.charAt(0)) ? 1 : 0;
        int point = digits(text, begin);
        boolean hasPoint = point < end && text.charAt(point) == '.';
        int mantissa = hasPoint ? digits(text, point + 1) : point;
        boolean hasDigits = mantissa - begin > (hasPoint ? 1 : 0);
        if (!hasDigits || !isExponent(text, mantissa)) {
            return NONE;
        }
        boolean plain = mantissa == end
                && text.charAt(0) != '+'
                && point > begin
                && !(hasPoint && point == end - 1)
                && end <= PLAIN_LENGTH;
        boolean zero = text.chars().limit(mantissa).noneMatch(c -> c >= '1' && c <= '9');
        if (plain) {
            return zero ? PLAIN_ZERO : PLAIN;
        }
        return zero ? OTHER_ZERO : OTHER;
    }

    public boolean isPlain() {
        return this == PLAIN || this == PLAIN_ZERO;
    }

    public boolean isNotZero() {
        return this == PLAIN || this == OTHER;
    }

    /** What keeps a text from being a number, as the end of a sentence. */
    public static String flaw(String text) {
        if (of(text.strip()) != NONE) {
            return "has blanks around the number; add trim: true to source";
        }
        if (CellText.isMissing(text)) {
            return CellText.MISSING;
        }
        Optional<Integer> invisible = CellText.invisible(text);
        if (invisible.isPresent()) {
            return "has " + Text.named(invisible.get()) + " in it; remove it";
        }
        return decorated(text);
    }

    /** Numbers as people write them for people. */
    private static String decorated(String text) {
        if (text.endsWith("%")) {
            return "has a percent sign; add format: percent (10.65% is 10.65) or percent-as-share (0.1065) to the column";
        }
        if (text.codePoints().anyMatch(character -> Character.getType(character) == Character.CURRENCY_SYMBOL)) {
            return "has a currency sign; add format: currency to the column";
        }
        if (text.startsWith("(") && text.endsWith(")")) {
            return "is in brackets; a number below 0 has a minus sign";
        }
        if (text.indexOf(',') >= 0 && of(text.replace(",", "")) != NONE) {
            return "has a comma; add decimal: \",\" or thousands: \",\" to source, whichever it is";
        }
        Matcher suffixed = SUFFIXED.matcher(text);
        if (suffixed.matches()) {
            return "has text after the number; where it is the same in all rows, add format: {suffix: …} to the column";
        }
        OptionalInt strange = text.codePoints().filter(NumberText::isStrange).findFirst();
        return strange.isPresent()
                ? "has " + Text.named(strange.getAsInt()) + " in it; write digits and signs in ASCII: -1234.5"
                : "is no number as 1234.5 or 1.2e3 are";
    }

    /** Digits of another alphabet and dashes that are no minus sign. */
    private static boolean isStrange(int character) {
        return character >= 0x80
                && (Character.isDigit(character)
                        || character == '\u2212'
                        || Character.getType(character) == Character.DASH_PUNCTUATION);
    }

    private static boolean isExponent(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int begin = at + 1 < text.length() && isSign(text.charAt(at + 1)) ? at + 2 : at + 1;
        return begin < text.length() && digits(text, begin) == text.length();
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }

    /** Where the digits end that begin there. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
