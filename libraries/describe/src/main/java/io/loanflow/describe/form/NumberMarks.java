package io.loanflow.describe.form;

import io.loanflow.contracts.dataset.Delimiter;
import io.loanflow.tablefiles.CellText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in a file's numbers besides digits. */
record NumberMarks(char decimal, @Nullable Character thousands) {

    private static final Pattern AROUND = Pattern.compile("^[\\p{Sc}\\s]+|[\\p{Sc}%\\s]+$");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?(?:\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+),\\d+");
    private static final Pattern BY_POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Pattern BY_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");
    private static final double MOST = 0.8;

    static NumberMarks of(List<List<String>> rows, Delimiter delimiter) {
        boolean comma = false;
        boolean byPoint = false;
        boolean byComma = false;
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int field = 0; field < width; field++) {
            List<String> values = values(rows, field);
            boolean grouped = has(values, BY_COMMA) && all(values, BY_COMMA, PLAIN);
            boolean decimal = has(values, DECIMAL_COMMA) && all(values, DECIMAL_COMMA, BY_POINT, PLAIN);
            byComma |= grouped && (delimiter == Delimiter.COMMA || !decimal || hasPointAfterComma(values));
            comma |= decimal && !(grouped && delimiter == Delimiter.COMMA);
            byPoint |= decimal && has(values, BY_POINT);
        }
        return comma ? new NumberMarks(',', byPoint ? '.' : null) : new NumberMarks('.', byComma ? ',' : null);
    }

    private static boolean hasPointAfterComma(List<String> values) {
        return values.stream().anyMatch(value -> value.indexOf(',') >= 0 && value.indexOf('.') > value.indexOf(','));
    }

    private static List<String> values(List<List<String>> rows, int field) {
        return rows.stream()
                .filter(row -> field < row.size())
                .map(row -> AROUND.matcher(row.get(field)).replaceAll(""))
                .filter(value -> !CellText.isMissing(value))
                .toList();
    }

    private static boolean has(List<String> values, Pattern pattern) {
        return values.stream().anyMatch(pattern.asMatchPredicate());
    }

    private static boolean all(List<String> values, Pattern... patterns) {
        long matching = values.stream()
                .filter(value -> List.of(patterns).stream()
                        .anyMatch(pattern -> pattern.matcher(value).matches()))
                .count();
        return matching >= MOST * values.size();
    }
}
