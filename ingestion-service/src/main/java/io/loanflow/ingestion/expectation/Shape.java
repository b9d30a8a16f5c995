package io.loanflow.ingestion.expectation;

import io.loanflow.tablefiles.Text;
import java.util.Locale;
import java.util.Set;

/** What a value looks like, without the value: each digit a 9, each letter an a or A. {@code 16.02%} is {@code 99.99%}. */
public final class Shape {

    private static final int LONGEST = 24;

    /** Words that say nothing of anybody, and are shown as they are. */
    private static final Set<String> WORDS = Set.of(
            "na", "n/a", "#n/a", "nan", "null", "none", "nil", "missing", "unknown", "true", "false", "yes", "no",
            "inf");

    private Shape() {}

    public static String of(String value) {
        if (WORDS.contains(value.strip().toLowerCase(Locale.ROOT))) {
            return Text.cut(value);
        }
        StringBuilder shape = new StringBuilder();
        value.codePoints().limit(LONGEST).map(Shape::kind).forEach(shape::appendCodePoint);
        return Text.cut(shape.toString()) + (value.codePointCount(0, value.length()) > LONGEST ? "…" : "");
    }

    private static int kind(int character) {
        if (Character.isDigit(character)) {
            return '9';
        }
        if (Character.isLetter(character)) {
            return Character.isUpperCase(character) ? 'A' : 'a';
        }
        return character;
    }
}
