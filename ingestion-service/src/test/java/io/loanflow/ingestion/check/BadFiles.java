package io.loanflow.ingestion.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Files with one thing wrong each. */
public final class BadFiles {

    private static final String HEADER = "person_age,person_gender,person_education,person_income,person_emp_exp,"
            + "person_home_ownership,loan_amnt,loan_intent,loan_int_rate,loan_percent_income,"
            + "cb_person_cred_hist_length,credit_score,previous_loan_defaults_on_file,loan_status\n";
    private static final String ROW = "22.0,female,Master,71948.0,0,RENT,35000.0,PERSONAL,16.02,0.49,3.0,561,No,1\n";
    private static final String TOO_MANY =
            ": 1 of 10 rows would be set aside (10 %), and at most 5 % may be; mend them, or raise the quarantine-limit"
                    + " of the data set. Most often: ";

    private final List<BadFile> files = new ArrayList<>();

    private BadFiles() {}

    public static List<BadFile> all() {
        BadFiles bad = new BadFiles();
        bad.notText();
        bad.headers();
        bad.structure();
        bad.values();
        return List.copyOf(bad.files);
    }

    private void notText() {
        String table = HEADER + ROW;
        add("nothing at all", "", ": is empty; it must hold rows");
        add("only a byte order mark", "\uFEFF", ": is empty; it must hold rows");
        add(
                "UTF-16 without mark",
                encoded(table, StandardCharsets.UTF_16LE),
                ": has no byte order mark, without which UTF-16 text is not read; save it as UTF-8");
        add("a zip archive cut short", "PK\3\4....", ": is a zip archive without a file in it");
        add(
                "old Excel",
                encoded("\u00d0\u00cf\u0011\u00e0", StandardCharsets.ISO_8859_1),
                ": is an old Excel workbook (.xls); save it as .xlsx");
        for (String[] kind : new String[][] {
            {"7z\u00bc\u00af'\u001c", "a 7z archive; unpack it"},
            {"Rar!\u001a", "a rar archive; unpack it"},
            {"SQLite format 3\0", "an SQLite database; write the table as CSV"},
            {"\u00ff\u00fe\0\0", "UTF-32 text; save it as UTF-8"}
        }) {
            add(kind[1], encoded(kind[0], StandardCharsets.ISO_8859_1), ": is " + kind[1]);
        }
        add(
                "gzip in gzip",
                gzip(gzip(encoded(table, StandardCharsets.UTF_8))),
                ": is compressed with gzip, twice; unpack it");
        add("bzip2 cut short", encoded("BZh91AY", StandardCharsets.ISO_8859_1), ": cannot be unpacked; it is damaged");
        add(
                "xz cut short",
                encoded("\u00fd7zXZ\0", StandardCharsets.ISO_8859_1),
                ": cannot be unpacked; it is damaged");
        add(
                "zstd cut short",
                encoded("(\u00b5/\u00fd", StandardCharsets.ISO_8859_1),
                ": cannot be unpacked; it is damaged");
        add(
                "packed Parquet",
                gzip(encoded("PAR1....", StandardCharsets.UTF_8)),
                ": is a Parquet file within a compressed file; unpack it");
        add(
                "packed Arrow",
                gzip(encoded("ARROW1", StandardCharsets.UTF_8)),
                ": is an Arrow or Feather file within a compressed file; unpack it");
        add(
                "Latin-1",
                encoded(table + ROW.replace("Master", "Ma\u00eetrise"), StandardCharsets.ISO_8859_1),
                ":3: is not UTF-8 text; save the file as UTF-8, or say by encoding in source which it is");
        add(
                "cut in the middle of a character",
                encoded(table + "22.0,\u00e9", StandardCharsets.UTF_8, 1),
                ":3: is not UTF-8 text");
        add(
                "NUL bytes in a number",
                table + ROW.replace("561", "5\00061"),
                ":3: has a NUL byte in column credit_score");
        add(
                "NUL bytes in a category",
                table + ROW.replace("RENT", "RE\0NT"),
                ":3: has a NUL byte in column person_home");
    }

    private void headers() {
        add("blank first line", "\n" + HEADER + ROW, ":1: is empty; the first line must be the header");
        add("header only", HEADER, ": has a header and no rows");
        add("header without line end", HEADER.strip(), ": has a header and no rows");
        add("header and blank lines", HEADER + "\n\n", ": has a header and no rows");
        add(
                "no header",
                ROW + ROW,
                ":1: the first line names none of the columns of data set loan; it must be the header");
        add(
                "blanks",
                (HEADER + ROW).replace(',', ' '),
                ":1: the fields are separated by blanks; add delimiter: blanks to");
        add("JSON of other properties", "[{\"person_old\": 22}]", ":1: \"person_old\" is none of the columns;");
        add(
                "JSON within",
                "{\"people\": [{\"person_age\": 22}]}",
                ":1: begins with no row; perhaps the rows are those of the");
        add("HTML", "<html><table><tr><td>person_age", ": is an HTML or XML document; write the table as CSV");
        add("XML", "\uFEFF<?xml version='1.0'?>", ": is an HTML or XML document; write the table as CSV");
        add("PDF", "%PDF-1.4", ": is a PDF document; write");
        add(
                "Excel's separator line",
                "sep=,\n" + HEADER + ROW,
                ":1: the first line is Excel's sep= line; add skip-lines: 1 to source");
        add(
                "Excel's line of another separator",
                "sep=;\n" + (HEADER + ROW).replace(',', ';'),
                ":1: the first line is Excel's sep= line; add skip-lines: 1 to source, and delimiter: \";\"");
        add(
                "comment first",
                "# exported\n" + HEADER + ROW,
                ":1: the first line is a comment; add comment: \"#\" to source");
        add(
                "single quotes",
                "'" + HEADER.strip().replace(",", "','") + "'\n" + ROW,
                ":1: the fields are in single quotes; add quote: \"'\" to source");
        add(
                "index column",
                "," + HEADER + "0," + ROW,
                ":1: the header is not that of data set loan: field 1 has no name; perhaps it is a row index: remove it");
        add(
                "index column read again",
                "Unnamed: 0," + HEADER + "0," + ROW,
                ":1: the header is not that of data set loan: field 1");
        add(
                "comma at the end of each line",
                (HEADER + ROW).replace("\n", ",\n"),
                ":1: the header is not that of data set loan: the last field has no name; perhaps each line ends");
        add(
                "semicolons",
                (HEADER + ROW).replace(',', ';'),
                ":1: the fields are separated by ';'; add delimiter: \";\" to source");
        add(
                "tabs",
                (HEADER + ROW).replace(',', '\t'),
                ":1: the fields are separated by tabs; add delimiter: \"tab\" to source");
        add(
                "missing column",
                HEADER.replace(",credit_score", "") + ROW,
                ":1: the header is not that of data set loan: \"credit_score\" is missing. The header names each column once");
        add(
                "extra column",
                HEADER.replace("loan_status", "loan_status,colour") + ROW,
                ":1: the header is not that of data set loan: \"colour\" is none of the columns. The header");
        add(
                "misspelt column",
                HEADER.replace("credit_score", "Credit Scor") + ROW,
                ":1: the header is not that of data set loan: \"Credit Scor\" is none of the columns (did you mean"
                        + " \"credit_score\"?); \"credit_score\" is missing");
        add(
                "blank before a name",
                HEADER.replace(",credit_score", ", credit_score") + ROW,
                ":1: the header is not that of data set loan: \" credit_score\" is none of the columns (did you mean");
        add(
                "column twice",
                HEADER.replace("credit_score", "loan_amnt") + ROW,
                ":1: the header is not that of data set loan: \"loan_amnt\" is there twice; \"credit_score\" is missing");
        add(
                "header of long names that are no column",
                HEADER.replace("credit_score", "ä".repeat(40_000)) + ROW,
                ":1: the header is not that of data set loan: \"" + "ä".repeat(100) + "…\" is none of the columns; \"");
        add(
                "header of many names that are no column",
                "x,".repeat(1_000) + HEADER + ROW,
                ":1: the header is not that of data set loan: " + "\"x\" is none of the columns; ".repeat(20)
                        + "and 980 more.");
        add(
                "header in another case",
                HEADER.toUpperCase(Locale.ROOT).replace(",", " ,") + ROW,
                ":1: the header is not that of data set loan: \"PERSON_AGE \" is none of the columns (did you mean"
                        + " \"person_age\"?)");
    }

    private void structure() {
        String table = HEADER + ROW;
        add("row cut short", table + "22.0,female,Mas", ":3: has 3 fields instead of 14; the row is cut short, or");
        add(
                "field left out",
                table + ROW.replace("RENT,", ""),
                ":3: has 13 fields instead of 14; the row is cut short");
        add("field too many", table + ROW.replace("RENT", "RENT,OWN"), ":3: has 15 fields instead of 14; put a field");
        add("comma at the line end", table + ROW.replace("\n", ",\n"), ":3: has 15 fields instead of 14");
        add(
                "locale comma, not quoted",
                table + ROW.replace("16.02", "16,02"),
                ":3: has 15 fields instead of 14; put a");
        add("blank line between rows", table + "\n" + ROW, ":3: is empty; remove the line");
        add("line of blanks", table + "   \n" + ROW, ":3: has 1 field instead of 14");
        add(
                "total line",
                table + "Total rows: 1\n",
                ":3: has 1 field instead of 14; the row is cut short, or it is a line");
        add(
                "end-of-file mark of old",
                table + "\u001a",
                ":3: has 1 field instead of 14; the row is cut short, or it is");
        add(
                "quote never closed",
                table + ROW.replace("RENT", "\"RENT"),
                ":3: begins a row with a quotation mark that is");
        add(
                "quote in the last field never closed",
                table + ROW.replace("No,1", "No,\"1"),
                ":3: begins a row with a quot");
        add(
                "text after a quote",
                table + ROW.replace("RENT", "\"RENT\"x"),
                ":3: begins a row that goes on after a clos");
        add(
                "quote not doubled",
                table + ROW.replace("RENT", "\"RE\"NT\""),
                ":3: begins a row that goes on after a closing");
        add(
                "blank after a quote",
                table + ROW.replace("RENT", "\"RENT\" "),
                ":3: begins a row that goes on after a clos");
        add(
                "blank before a quote",
                table + ROW.replace("RENT", " \"RENT\""),
                ":3: has a quotation mark in the middle of");
        add(
                "stray quote",
                table + ROW.replace("RENT", "RE\"NT"),
                ":3: has a quotation mark in the middle of column person_");
        add(
                "huge field",
                table + "9".repeat(70_000) + ROW,
                ":3: begins a row with a field of more than 57,344 characters");
        add(
                "quote that swallows the rest",
                table + ROW.replace("RENT", "\"RENT") + ROW.repeat(2_000),
                ":3: begins a row with a field of more than 57,344 characters; perhaps a quotation mark is never closed");
        add("another separator in one row", table + ROW.replace(',', ';'), ":3: has 1 field instead of 14");
        add("the second of two files, with header", table + HEADER + ROW, ": 1 of 3 rows would be set aside (33.33 %)");
    }

    private void values() {
        for (String number : List.of(
                "1e400",
                "NaN",
                "Infinity",
                "\"1,5\"",
                "0x10",
                "16.02d",
                " 16.02",
                "16.02 ",
                "sixteen",
                "1e-400",
                "1_6",
                "--1",
                "\u0661\u0666",
                "16.02%",
                "1.6.0",
                "\"\"\"16.02\"\"\"")) {
            row(
                    "the number " + number,
                    ROW.replace("16.02", number),
                    "of_type of column loan_int_rate, type_ real (1, fi");
        }
        row(
                "fraction in a whole number",
                ROW.replace("561", "561.5"),
                "of_type of column credit_score, type_ integer (1");
        row("whole number too large", ROW.replace("561", "9223372036854775808"), "of_type of column credit_score");
        row("whole number reserved", ROW.replace("561", "-9223372036854775807"), "of_type of column credit_score");
        row(
                "age 144",
                ROW.replace("22.0", "144.0"),
                "between of column person_age, min_value 18.0, max_value 100.0 (1");
        row("125 years of experience", ROW.replace("71948.0,0", "71948.0,125"), "between of column person_emp_exp");
        row("unknown category", ROW.replace("RENT", "CAVE"), "in_set of column person_home_ownership");
        row("category in another case", ROW.replace("RENT", "rent"), "in_set of column person_home_ownership");
        row("category with a blank", ROW.replace("RENT", "RENT "), "in_set of column person_home_ownership");
        row("another truth value", ROW.replace("No,1", "No,yes"), "in_set of column loan_status, value_set [0, 1]");
        add(
                "missing value",
                tenRows(ROW.replace("561", "")),
                TOO_MANY + "expect_column_values_to_not_be_null of column cred");
        add(
                "more experience than age",
                tenRows(ROW.replace("71948.0,0", "71948.0,30")),
                TOO_MANY
                        + "expect_column_pair_values_a_to_be_greater_than_b of column_A person_age, column_B person_emp");
    }

    private void row(String name, String row, String expectation) {
        add(name, tenRows(row), TOO_MANY + "expect_column_values_to_be_" + expectation);
    }

    private static String tenRows(String last) {
        return HEADER + ROW.repeat(9) + last;
    }

    private void add(String name, String content, String message) {
        add(name, encoded(content, StandardCharsets.UTF_8), message);
    }

    private void add(String name, byte[] content, String message) {
        files.add(new BadFile(name, content, message));
    }

    private static byte[] encoded(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] encoded(String text, Charset charset, int lost) {
        byte[] bytes = text.getBytes(charset);
        return Arrays.copyOf(bytes, bytes.length - lost);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
