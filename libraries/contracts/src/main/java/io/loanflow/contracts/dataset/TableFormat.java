package io.loanflow.contracts.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file of rows is written. How a file is compressed is seen by its first bytes, and not said.
 *
 * @param kind null where the content says it
 * @param records where the list of rows stands in a JSON file, names with points between, or the sheet of a workbook; null where it is
 *     the whole of it, or one object after another, or the only sheet
 * @param quote around a field that holds the delimiter, a quotation mark or a line break
 * @param header whether the first line names the columns; else they are known by their places
 * @param skipLines lines before the table
 * @param comment what a line begins with that is no row; null where every line is one
 * @param encoding of a file without a byte order mark
 * @param missing texts that stand for a missing value, besides the empty field
 * @param trim whether blanks around fields are none of theirs
 * @param decimal point or comma
 * @param thousands what groups of three digits may be parted by; null where they are not
 * @param extraColumnsIgnored whether columns that the definition does not name are left out; else they are refused
 */
public record TableFormat(
        @Nullable Kind kind,
        @Nullable String records,
        Delimiter delimiter,
        char quote,
        boolean header,
        int skipLines,
        @Nullable Character comment,
        Charset encoding,
        List<String> missing,
        boolean trim,
        char decimal,
        @Nullable Character thousands,
        boolean extraColumnsIgnored) {

    /** Fields as RFC 4180 has them, in UTF-8, under a header that names the columns and no others. */
    public static final TableFormat STANDARD = new TableFormat(
            null,
            null,
            Delimiter.COMMA,
            '"',
            true,
            0,
            null,
            StandardCharsets.UTF_8,
            List.of(),
            false,
            '.',
            null,
            false);

    /** What a file of rows may be. */
    public enum Kind {
        /** A line of fields for each row. */
        CSV,
        /** A list of objects, somewhere in one value. */
        JSON,
        /** An object on each line. */
        JSONL,
        /** Columns of values, by pages. */
        PARQUET,
        /** Columns of values, by batches: Arrow's file and stream, and Feather. */
        ARROW,
        /** An Excel workbook. */
        XLSX;

        /** Whether its values are other than text. */
        public boolean isTyped() {
            return this == PARQUET || this == ARROW || this == XLSX;
        }
    }

    public TableFormat {
        missing = List.copyOf(missing);
    }
}
