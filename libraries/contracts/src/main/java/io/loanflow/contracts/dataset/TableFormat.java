package io.loanflow.contracts.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the fields of a text file are written. How a file is compressed is seen by its first bytes, and not said.
 *
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
            Delimiter.COMMA, '"', true, 0, null, StandardCharsets.UTF_8, List.of(), false, '.', null, false);

    public TableFormat {
        missing = List.copyOf(missing);
    }
}
