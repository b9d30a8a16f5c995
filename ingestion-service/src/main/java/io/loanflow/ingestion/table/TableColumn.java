package io.loanflow.ingestion.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** @param type in SQL, such as {@code varchar(255)} */
record TableColumn(String name, String type) {

    private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");

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
}
