package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.tablefiles.CellText;
import io.loanflow.tablefiles.Text;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are no category as they stand: those that mean exactly one all the same, and what is wrong with the others. A whole
 * number may be written as {@code 1.0}; a truth value in any case, and 0 and 1 as false and true. Nothing else is guessed.
 */
final class CategoryText {

    private static final int NONE = -1;
    private static final Pattern WHOLE = Pattern.compile("(-?(?:0|[1-9]\\d*))(?:\\.0+)?");

    private static final Set<String> TRUTH =
            Set.of("true", "false", "yes", "no", "y", "n", "t", "f", "0", "1", "0.0", "1.0");

    private final List<String> categories;
    private final boolean truth;
    private final Map<String, Integer> codes;
    private final Map<String, Integer> alike;
    private final Set<Integer> known = new HashSet<>();

    CategoryText(Column column) {
        categories = column.categories();
        truth = column.type() == ColumnType.BOOLEAN;
        codes = byForm(this::meaning);
        alike = byForm(CellText::bare);
        categories.forEach(category -> category.codePoints().forEach(known::add));
        if (truth && categories.equals(List.of("0", "1"))) {
            codes.put("false", 0);
            codes.put("true", 1);
        }
    }

    /** Codes by what becomes of the categories; none where two become the same. */
    private Map<String, Integer> byForm(UnaryOperator<String> form) {
        Map<String, Integer> found = new HashMap<>();
        for (int code = 0; code < categories.size(); code++) {
            found.merge(form.apply(categories.get(code)), code, (one, other) -> NONE);
        }
        found.values().removeIf(code -> code == NONE);
        return found;
    }

    private String meaning(String text) {
        Matcher whole = WHOLE.matcher(text);
        return whole.matches() ? whole.group(1) : truth ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** The one category that the text means; empty if it means none, or perhaps two. */
    OptionalInt code(String text) {
        Integer code = codes.get(meaning(text));
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    String category(int code) {
        return categories.get(code);
    }

    /** What keeps a text from being a category, as the end of a sentence; null where there is nothing to say. */
    @Nullable
    String flaw(String text) {
        if (CellText.isMissing(text)) {
            return CellText.MISSING;
        }
        Integer meant = alike.get(CellText.bare(text));
        if (meant != null) {
            String category = categories.get(meant);
            return CellText.invisible(text)
                    .filter(character -> category.indexOf(character) < 0)
                    .map(character -> "has " + Text.named(character) + " in it; write \"" + Text.cut(category) + "\"")
                    .orElse(almost(text, Text.cut(category)));
        }
        if (truth && TRUTH.contains(CellText.bare(text))) {
            return "is a truth value in other words; write \"" + Text.cut(categories.get(0)) + "\" for false and \""
                    + Text.cut(categories.get(1)) + "\" for true, or add a map of both words to the column";
        }
        return strangeLetter(text);
    }

    private static String almost(String text, String category) {
        return TrimmedCell.trimmed(text).equals(category)
                ? "differs from \"" + category + "\" by blanks at its ends; add trim: true to source"
                : "differs from \"" + category
                        + "\" by upper or lower case or by blanks; write it as defined, or add it to"
                        + " the column's map";
    }

    /** A letter that looks like one of another alphabet around it. */
    private @Nullable String strangeLetter(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        if (scripts.size() < 2 || !scripts.contains(UnicodeScript.LATIN)) {
            return null;
        }
        return text.codePoints()
                .filter(character -> Character.isLetter(character) && !known.contains(character))
                .filter(character -> UnicodeScript.of(character) != UnicodeScript.LATIN)
                .mapToObj(character -> "has " + Text.named(character) + " in it, a letter of another alphabet")
                .findFirst()
                .orElse(null);
    }
}
