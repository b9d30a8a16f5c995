package io.loanflow.ingestion.check;

import java.util.List;
import java.util.Locale;

/** A first line that is no header. It is not shown: it may be a row. */
final class FirstLine {

    private static final List<Character> SEPARATORS = List.of(';', '\t', '|');

    private FirstLine() {}

    /** What is wrong with it, as a sentence. */
    static String flaw(List<String> fields, List<String> columns, String dataset) {
        String first = fields.get(0).strip();
        if (first.toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return "the first line is Excel's sep= line; remove it, and separate the fields by commas";
        }
        if (first.startsWith("#")) {
            return "the first line is a comment; remove it, the first line must be the header";
        }
        if (first.length() > 1 && columns.contains(first.replace("'", "")) && first.startsWith("'")) {
            return "the fields are in single quotes; leave them out, or use double quotes";
        }
        String line = String.join(",", fields);
        for (char separator : SEPARATORS) {
            if (fields.size() < columns.size()
                    && line.chars().filter(c -> c == separator).count() > fields.size()) {
                return "the fields are separated by " + (separator == '\t' ? "tabs" : "'" + separator + "'")
                        + "; separate them by commas";
            }
        }
        return "the first line names none of the columns of data set " + dataset + "; it must be the header, such as "
                + String.join(",", columns);
    }
}
