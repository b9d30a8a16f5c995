package io.loanflow.describe.form;

import io.loanflow.contracts.dataset.Delimiter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the fields of lines, and which lines are no rows.
 *
 * @param skipped lines before the table
 * @param comment what a line begins with that is no row
 */
record Lines(Delimiter delimiter, int skipped, @Nullable Character comment) {

    private static final int LOOKED_AT = 300;
    private static final int MOST_SKIPPED = 20;

    /** So many of the lines have the same number of fields; others have line breaks within a field. */
    private static final double MOST = 0.8;

    /** In the order of trust: commas stand in texts and numbers too. */
    private static final List<Delimiter> DELIMITERS =
            List.of(Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.PIPE, Delimiter.COMMA, Delimiter.BLANKS);

    /** @param lines the first of a file, without one that is cut short */
    static Lines of(List<String> lines) {
        List<String> first = lines.subList(0, Math.min(LOOKED_AT, lines.size()));
        int skipped = !first.isEmpty() && first.get(0).toLowerCase(Locale.ROOT).startsWith("sep=") ? 1 : 0;
        List<String> table = first.subList(skipped, first.size());
        Delimiter delimiter = delimiter(table);
        int width = width(table, delimiter);
        Character comment = comment(table, delimiter, width);
        int titles = 0;
        while (comment == null
                && titles < Math.min(MOST_SKIPPED, table.size() - 1)
                && width > 1
                && fields(table.get(titles), delimiter) < width - 1) {
            titles++;
        }
        return new Lines(delimiter, skipped + titles, comment);
    }

    private static Delimiter delimiter(List<String> lines) {
        for (double least : new double[] {0.95, MOST, 0.5}) {
            for (Delimiter delimiter : DELIMITERS) {
                int width = width(lines, delimiter);
                long same = lines.stream()
                        .filter(line -> fields(line, delimiter) == width)
                        .count();
                if (width > 1 && same >= least * lines.size()) {
                    return delimiter;
                }
            }
        }
        return Delimiter.COMMA;
    }

    /** A mark that begins lines which are no rows: at the top, with another number of fields. */
    private static @Nullable Character comment(List<String> lines, Delimiter delimiter, int width) {
        if (lines.isEmpty()
                || lines.get(0).isEmpty()
                || "#%;@".indexOf(lines.get(0).charAt(0)) < 0) {
            return null;
        }
        char mark = lines.get(0).charAt(0);
        boolean other = mark != delimiter.character() && fields(lines.get(0), delimiter) != width;
        return other ? mark : null;
    }

    /** The commonest number of fields. */
    private static int width(List<String> lines, Delimiter delimiter) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(fields(line, delimiter), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static int fields(String line, Delimiter delimiter) {
        if (delimiter == Delimiter.BLANKS) {
            return blanks(line.strip());
        }
        int fields = 1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            fields += !quoted && line.charAt(i) == delimiter.character() ? 1 : 0;
        }
        return fields;
    }

    private static int blanks(String line) {
        int fields = 1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            boolean blank = line.charAt(i) == ' ' || line.charAt(i) == '\t';
            boolean before = i > 0 && (line.charAt(i - 1) == ' ' || line.charAt(i - 1) == '\t');
            fields += !quoted && blank && !before ? 1 : 0;
        }
        return fields;
    }

    /** Those of a file's beginning; the last one is left out where it may be cut short. */
    static List<String> split(String text, boolean whole) {
        List<String> lines =
                new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
        if (!whole && lines.size() > 1) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
