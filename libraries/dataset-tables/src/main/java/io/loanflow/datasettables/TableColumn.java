package io.loanflow.datasettables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as it is declared.
 *
 * @param type in SQL, such as {@code varchar(255)}
 * @param comment for people who read the table with other tools; empty for none
 */
public record TableColumn(String name, String type, String comment) {

    /** Characters that MariaDB keeps of a comment. */
    private static final int LONGEST_COMMENT = 1024;

    /** Bytes. Up to so many of a text stay in InnoDB's page; of a longer one, a pointer. */
    static final int INLINE = 40;

    static final int POINTER = 20;
    static final int NUMBER = 8;

    private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");
    private static final Pattern TEXT = Pattern.compile("(?:var)?char\\((\\d+)\\)");

    /** Without a comment. */
    public TableColumn(String name, String type) {
        this(name, type, "");
    }

    String declaration() {
        return "`" + name + "` " + type + (comment.isEmpty() ? "" : " COMMENT '" + quotable() + "'");
    }

    /** ColumnStore's parser knows no quote within a comment, and comments are in UTF-8 of three bytes at most. */
    private String quotable() {
        String text = comment.replace('\'', '\u2019')
                .replace('\\', '/')
                .replaceAll("[\\p{Cntrl}\\x{10000}-\\x{10FFFF}]+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_COMMENT));
    }

    /** Whether a column of the stored type holds all of its values: the same type, or as wide a text. */
    boolean isHeldBy(String stored) {
        return stored.equals(type) || (width(type) > 0 && width(stored) >= width(type));
    }

    /** Characters of a text; 0 for another type. */
    private static int width(String type) {
        Matcher varchar = VARCHAR.matcher(type);
        return type.equals("text") ? Integer.MAX_VALUE : varchar.matches() ? Integer.parseInt(varchar.group(1)) : 0;
    }

    /** Bytes that count to what a row may declare. */
    int declared() {
        Matcher text = TEXT.matcher(type);
        return text.matches() ? 2 + 4 * Integer.parseInt(text.group(1)) : NUMBER + 4;
    }

    /** Bytes of InnoDB's page that a value of ASCII takes at most. */
    int inPage() {
        Matcher text = TEXT.matcher(type);
        if (text.matches()) {
            int characters = Integer.parseInt(text.group(1));
            return 2 + (type.startsWith("char") ? characters : Math.min(characters, INLINE));
        }
        return type.endsWith("text") ? 2 + INLINE : NUMBER;
    }
}
