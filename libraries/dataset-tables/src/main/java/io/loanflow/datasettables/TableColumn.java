package io.loanflow.datasettables;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** @param type in SQL, such as {@code varchar(255)} */
public record TableColumn(String name, String type) {

    /** Bytes. Up to so many of a text stay in InnoDB's page; of a longer one, a pointer. */
    static final int INLINE = 40;

    static final int POINTER = 20;
    static final int NUMBER = 8;

    private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");
    private static final Pattern TEXT = Pattern.compile("(?:var)?char\\((\\d+)\\)");

    String declaration() {
        return "`" + name + "` " + type;
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
