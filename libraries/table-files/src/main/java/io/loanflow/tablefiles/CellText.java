package io.loanflow.tablefiles;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What fields of every kind have in common. */
public final class CellText {

    /** What is wrong with a {@link #isMissing word for a missing value}, as the end of a sentence. */
    public static final String MISSING = "stands for no value; add it to missing, or leave the field empty";

    private static final Set<String> WORDS =
            Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "missing", "?", "-", "--", ".", "\\n");

    private CellText() {}

    /** Whether somebody wrote it for a value that is not there. */
    public static boolean isMissing(String text) {
        return WORDS.contains(bare(text));
    }

    /** The text in lower case, its ends and the runs of blanks in it trimmed, invisible characters being blanks or nothing. */
    public static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (!Text.isInvisible(character)) {
                bare.appendCodePoint(character);
            } else if (Character.isSpaceChar(character) || Character.isWhitespace(character)) {
                bare.append(' ');
            }
        });
        return bare.toString().strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }

    /** The first character that nobody sees. */
    public static Optional<Integer> invisible(String text) {
        return text.codePoints().filter(Text::isInvisible).boxed().findFirst();
    }
}
