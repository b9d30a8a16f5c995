package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The first line of a file, held against the columns that it must name. */
final class Header {

    /** More problems than anybody mends before looking again. */
    private static final int MOST_PROBLEMS = 20;

    /** How many characters must be put in, taken out or exchanged; -1 where they are more than two. */
    private static final LevenshteinDistance CLOSE = new LevenshteinDistance(2);

    private final List<String> names;
    private final Map<String, Integer> positions;
    private final List<String> columns;
    private final String dataset;
    private final TableFormat format;

    /** @param positions of the columns that it must name, by name */
    Header(List<String> names, Map<String, Integer> positions, DatasetDefinition definition) {
        this.positions = positions;
        format = definition.source().format();
        this.names = format.trim() ? names.stream().map(TrimmedCell::trimmed).toList() : names;
        columns = List.copyOf(positions.keySet());
        dataset = definition.name();
    }

    /** For each field of a row the position of its column in the definition, or that it is ignored. Called if there is no flaw. */
    int[] positions() {
        return names.stream()
                .mapToInt(name -> positions.getOrDefault(name, RecordHandler.IGNORED))
                .toArray();
    }

    /** Everything that is wrong, as a sentence; empty if nothing is. */
    String flaw() {
        if (names.stream().noneMatch(columns::contains) && !areWrittenOtherwise()) {
            return FirstLine.flaw(names, columns, dataset, format);
        }
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int field = 0; field < names.size(); field++) {
            String name = names.get(field);
            if (!columns.contains(name)) {
                if (!format.extraColumnsIgnored()) {
                    problems.add(noColumn(field));
                }
            } else if (!seen.add(name)) {
                problems.add("\"" + name + "\" is there twice");
            }
        }
        for (String column : columns) {
            if (!seen.contains(column)) {
                problems.add(missing(column));
            }
        }
        return problems.isEmpty()
                ? ""
                : "the header is not that of data set " + dataset + ": " + listed(problems)
                        + ". The header names each column once, in any order" + exactly() + remedy();
    }

    /** Whether it is a header, though no name is written as defined. Else names must not be shown: they may be the values of a row. */
    private boolean areWrittenOtherwise() {
        return 2 * names.stream().filter(this::isWrittenOtherwise).count() >= columns.size();
    }

    private boolean isWrittenOtherwise(String name) {
        return !name.startsWith("'")
                && !bare(name).isEmpty()
                && columns.stream().anyMatch(column -> bare(column).equals(bare(name)));
    }

    /** With extra columns ignored, a name that nearly is the column's own was passed over. */
    private String missing(String column) {
        Optional<String> almost = names.stream()
                .filter(name -> format.extraColumnsIgnored() && !columns.contains(name) && isClose(column, name))
                .findFirst();
        return "\"" + column + "\" is missing"
                + almost.map(name -> ": perhaps it is \"" + Text.cut(name) + "\"")
                        .orElse("");
    }

    /** The keys that accept what is wrong. */
    private String remedy() {
        List<String> keys = new ArrayList<>();
        if (!format.trim()
                && names.stream()
                        .anyMatch(name -> columns.contains(TrimmedCell.trimmed(name)) && !columns.contains(name))) {
            keys.add("for blanks around names, add trim: true to source");
        }
        if (names.stream()
                .anyMatch(name -> !columns.contains(name)
                        && !columns.contains(TrimmedCell.trimmed(name))
                        && isWrittenOtherwise(name))) {
            keys.add("a column that the file calls otherwise has from: with that name");
        }
        if (!format.extraColumnsIgnored()
                && names.stream().anyMatch(name -> !columns.contains(name) && !isWrittenOtherwise(name))) {
            keys.add("columns that are not needed are left out by extra-columns: ignore in source");
        }
        return keys.isEmpty() ? "" : "; " + String.join("; ", keys);
    }

    private String exactly() {
        return names.stream().anyMatch(name -> !columns.contains(name) && isWrittenOtherwise(name))
                ? ", exactly as defined: upper and lower case, blanks and quotation marks count"
                : "";
    }

    private String noColumn(int field) {
        String name = names.get(field);
        if (name.isBlank() && field == names.size() - 1) {
            return "the last field has no name; perhaps each line ends with a comma too many: remove it";
        }
        if ((name.isBlank() && field == 0) || name.startsWith("Unnamed: ")) {
            return "field " + (field + 1) + " has no name; perhaps it is a row index: remove it"
                    + " (with pandas: to_csv(..., index=False)), or add extra-columns: ignore to source";
        }
        return "\"" + Text.cut(name) + "\" is none of the columns" + suggestion(name);
    }

    private static String listed(List<String> problems) {
        String first = String.join("; ", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        return problems.size() <= MOST_PROBLEMS
                ? first
                : first + "; and " + (problems.size() - MOST_PROBLEMS) + " more";
    }

    private String suggestion(String name) {
        Optional<String> close = columns.stream()
                .filter(column -> !names.contains(column) && isClose(column, name))
                .findFirst();
        return close.map(column -> " (did you mean \"" + column + "\"?)").orElse("");
    }

    private static boolean isClose(String column, String name) {
        String a = bare(column);
        String b = bare(name);
        return a.equals(b) || CLOSE.apply(a, b) >= 0;
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
