package io.loanflow.contracts.dataset;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Texts and lists of a definition as a person can read them: some have thousands of categories, or a category of 255 characters. */
public final class Excerpts {

    /** A list of up to so many members is shown whole, if it is not too long. */
    private static final int WHOLE = 12;

    private static final int LONGEST_LIST = 400;
    private static final int LONGEST_MEMBER = 100;
    /** Members of a list that is cut. */
    private static final int SHOWN = 5;

    private Excerpts() {}

    /** The members, such as "A, B, C"; of many the first ones, such as "A, B, C, D, E and 4,995 more". */
    public static String list(Collection<String> members) {
        String whole = String.join(", ", members.stream().limit(WHOLE).toList());
        if (members.size() <= WHOLE && whole.length() <= LONGEST_LIST) {
            return whole;
        }
        int shown = Math.min(SHOWN, members.size());
        String first = String.join(
                ", ", members.stream().limit(shown).map(Excerpts::text).toList());
        int more = members.size() - shown;
        return more == 0 ? first : String.format(Locale.ROOT, "%s and %,d more", first, more);
    }

    /** The members as a list of texts; of many the first ones, and last how many more there are. What was cut is not cut again. */
    public static List<String> members(Collection<?> members) {
        int shown = members.size() <= WHOLE ? members.size() : SHOWN;
        int more = members.size() - shown;
        Stream<String> first = members.stream().limit(shown).map(member -> text(String.valueOf(member)));
        Stream<String> rest = more == 0 ? Stream.of() : Stream.of(String.format(Locale.ROOT, "and %,d more", more));
        return Stream.concat(first, rest).toList();
    }

    /** The text, or its beginning. */
    public static String text(String text) {
        if (text.length() <= LONGEST_MEMBER) {
            return text;
        }
        // Not within a character of two halves.
        int end = Character.isHighSurrogate(text.charAt(LONGEST_MEMBER - 1)) ? LONGEST_MEMBER - 1 : LONGEST_MEMBER;
        return text.substring(0, end) + "…";
    }
}
