package io.loanflow.describe.suggestion;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that a definition may give, made of those that a file has. */
final class ColumnNames {

    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>(Set.of("load_id", "row_no"));

    /**
     * A name that no other column has.
     *
     * @param place in the file, from 0
     */
    String of(String inFile, int place) {
        String plain = Normalizer.normalize(inFile, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss");
        String name = plain.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
        if (name.isEmpty()) {
            name = "column_" + (place + 1);
        } else if (!Character.isLetter(name.charAt(0))) {
            name = "c_" + name;
        }
        name = name.substring(0, Math.min(name.length(), LONGEST - 5));
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + "_" + number;
        }
        return free;
    }
}
