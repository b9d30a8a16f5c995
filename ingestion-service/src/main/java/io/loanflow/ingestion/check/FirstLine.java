package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Delimiter;
import io.loanflow.contracts.dataset.TableFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A first line that is no header. It is not shown: it may be a row. */
final class FirstLine {

    private static final List<Delimiter> SEPARATORS =
            List.of(Delimiter.SEMICOLON, Delimiter.TAB, Delimiter.PIPE, Delimiter.COMMA);

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]*[.,]?[0-9]+%?\\s*");

    private FirstLine() {}

    /** What is wrong with it, as a sentence. */
    static String flaw(List<String> fields, List<String> columns, String dataset, TableFormat format) {
        String first = fields.get(0).strip();
        if (first.toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return "the first line is Excel's sep= line; add skip-lines: 1 to source" + separator(first);
        }
        if (first.startsWith("#")) {
            return "the first line is a comment; add comment: \"#\" to source";
        }
        if (first.length() > 1 && columns.contains(first.replace("'", "")) && first.startsWith("'")) {
            return "the fields are in single quotes; add quote: \"'\" to source";
        }
        return separated(fields, columns, format) + "the first line names none of the columns of data set " + dataset
                + "; it must be the header, such as "
                + String.join(format.delimiter().written(), columns)
                + (fields.stream().anyMatch(NUMBER.asMatchPredicate())
                        ? ". Where the file has no header, add header: false to source, and list the columns in the file's order"
                        : "");
    }

    private static String separator(String first) {
        String separator = first.substring("sep=".length());
        return separator.isEmpty() || separator.equals(",") ? "" : ", and delimiter: \"" + separator + "\"";
    }

    /** What else stands between the fields; empty where that is not the matter. */
    private static String separated(List<String> fields, List<String> columns, TableFormat format) {
        String line = String.join(format.delimiter().character() + "", fields);
        if (fields.size() >= columns.size()) {
            return "";
        }
        for (Delimiter separator : SEPARATORS) {
            boolean other = separator != format.delimiter();
            if (other && line.chars().filter(c -> c == separator.character()).count() > fields.size()) {
                return "the fields are separated by "
                        + (separator == Delimiter.TAB ? "tabs" : "'" + separator.written() + "'")
                        + "; add delimiter: \"" + separator.written() + "\" to source. As it is, ";
            }
        }
        boolean blanks = fields.size() == 1 && BLANKS.split(line.strip()).length >= columns.size();
        return blanks && format.delimiter() != Delimiter.BLANKS
                ? "the fields are separated by blanks; add delimiter: blanks to source. As it is, "
                : "";
    }
}
