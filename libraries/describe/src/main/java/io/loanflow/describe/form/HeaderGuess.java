package io.loanflow.describe.form;

import io.loanflow.tablefiles.CellText;
import io.loanflow.tablefiles.NumberText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a table begins with the names of its columns.
 *
 * @param lines of the header: 0, 1 or, where one of titles stands above the names, 2
 * @param named whether the last of them can be used as names; where they are there twice or empty, they cannot, and the lines are skipped
 */
record HeaderGuess(int lines, boolean named) {

    private static final double MOST = 0.8;

    static HeaderGuess of(List<List<String>> rows) {
        if (!isHeader(rows)) {
            return new HeaderGuess(0, false);
        }
        boolean two = rows.size() > 3
                && isHeader(rows.subList(1, rows.size()))
                && !hasNumbers(rows.get(1))
                && hasNumbers(rows.get(2));
        int lines = two ? 2 : 1;
        return new HeaderGuess(lines, isUsable(rows.get(lines - 1)));
    }

    /** Lines that hold no row and no names that can be used. */
    int skipped() {
        return named ? 0 : lines > 0 ? 1 : 0;
    }

    private static boolean isHeader(List<List<String>> rows) {
        List<String> first = rows.get(0);
        List<List<String>> others = rows.subList(1, rows.size());
        if (others.isEmpty()) {
            return !hasNumbers(first);
        }
        boolean aboveNumbers = false;
        int again = 0;
        for (int field = 0; field < first.size(); field++) {
            boolean numbers = areNumbers(others, field);
            if (numbers && isNumber(first.get(field))) {
                return false;
            }
            aboveNumbers |= numbers && !CellText.isMissing(first.get(field));
            again += isAgain(first.get(field), others, field) ? 1 : 0;
        }
        return aboveNumbers || again * 2 < first.size();
    }

    private static boolean isAgain(String cell, List<List<String>> others, int field) {
        return others.stream()
                .anyMatch(row -> field < row.size() && row.get(field).equals(cell));
    }

    private static boolean areNumbers(List<List<String>> rows, int field) {
        long values = 0;
        long numbers = 0;
        for (List<String> row : rows) {
            if (field < row.size() && !CellText.isMissing(row.get(field))) {
                values++;
                numbers += isNumber(row.get(field)) ? 1 : 0;
            }
        }
        return values > 0 && numbers >= MOST * values;
    }

    private static boolean hasNumbers(List<String> row) {
        return row.stream().anyMatch(HeaderGuess::isNumber);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && NumberText.of(text.replace(',', '.').replace("%", "")) != NumberText.NONE;
    }

    /** Each column but an index has a name of its own. */
    private static boolean isUsable(List<String> names) {
        Set<String> met = new HashSet<>();
        for (int field = 0; field < names.size(); field++) {
            String name = names.get(field);
            boolean index = name.isBlank() && (field == 0 || field == names.size() - 1);
            if ((name.isBlank() && !index) || !met.add(name)) {
                return false;
            }
        }
        return names.stream().anyMatch(name -> !name.toLowerCase(Locale.ROOT).isBlank());
    }
}
