package io.loanflow.tablefiles;

import java.util.Locale;

/** Values as they are shown to people. */
public final class Text {

    private static final int LONGEST = 100;

    private Text() {}

    /** Not longer than anybody reads, the row itself being kept in full elsewhere; and what nobody sees is escaped: a no-break space is {@code \u00A0}. */
    public static String cut(String value) {
        int end = Math.min(value.length(), LONGEST);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(end);
        value.substring(0, end).codePoints().forEach(character -> {
            if (isInvisible(character)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return end < value.length() ? shown.append('…').toString() : shown.toString();
    }

    /** Whether a reader sees nothing there, or takes it for the blank that it is not. */
    public static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> character != ' ';
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /** A character by its Unicode name and number: "NO-BREAK SPACE (U+00A0)". */
    public static String named(int character) {
        return String.format(Locale.ROOT, "%s (U+%04X)", Character.getName(character), character);
    }
}
