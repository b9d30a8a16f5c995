package io.loanflow.describe.form;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.loanflow.contracts.dataset.Delimiter;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.DelimitedText;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.tablefiles.TableText;
import io.loanflow.tablefiles.typed.TypedFormat;
import io.loanflow.tablefiles.typed.TypedTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from its beginning how a file is written. */
public final class FormGuess {

    private static final int ROWS = 500;
    private static final Pattern IN_SINGLE_QUOTES = Pattern.compile("'[^']*'");

    private final Path file;
    private final Charset encoding;

    private FormGuess(Path file, Charset encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /**
     * @param encoding that is tried; without effect on a file with a byte order mark
     * @throws java.nio.charset.CharacterCodingException if it is not that one
     * @throws FileRejectedException if it is no table
     */
    public static FileForm of(Path file, Charset encoding) throws IOException {
        return new FormGuess(file, encoding).form();
    }

    private FileForm form() throws IOException {
        TableFormat standard = Formats.standard(encoding, null);
        Optional<TypedTable> typed = TypedFormat.open(file, name(), standard);
        return typed.isPresent() ? form(typed.get(), standard) : textForm();
    }

    private FileForm form(TypedTable typed, TableFormat standard) throws IOException {
        try (typed) {
            List<String> names = typed.names();
            if (names.stream().anyMatch(String::isBlank) || Set.copyOf(names).size() < names.size()) {
                throw new FileRejectedException(
                        name() + ": has a column without a name, or two of one name; give each a name of its own");
            }
            return new FileForm(standard, FileForm.Layout.TYPED, names, names.size(), false);
        }
    }

    private FileForm textForm() throws IOException {
        FileStart start = FileStart.of(file, Formats.standard(encoding, null));
        if (start.json()) {
            return new FileForm(
                    Formats.standard(encoding, JsonPath.of(start.text())),
                    FileForm.Layout.JSON,
                    List.of(),
                    0,
                    start.packed());
        }
        Lines lines = Lines.of(Lines.split(start.text(), start.whole()));
        char quote = quote(start.text(), lines.delimiter());
        TableFormat format =
                Formats.lines(encoding, lines, quote, hasBlanksBeforeQuotes(start.text(), lines.delimiter(), quote));
        List<List<String>> rows = rows(format);
        if (rows.isEmpty()) {
            throw new FileRejectedException(name() + ": is empty; it must hold rows");
        }
        boolean trim = lines.delimiter() != Delimiter.BLANKS
                && (format.trim() || rows.stream().flatMap(List::stream).anyMatch(FormGuess::hasBlanksAround));
        return form(Formats.lines(encoding, lines, quote, trim), trimmed(rows, trim), start.packed());
    }

    private FileForm form(TableFormat format, List<List<String>> rows, boolean packed) {
        HeaderGuess header = HeaderGuess.of(rows);
        List<List<String>> data = rows.subList(header.lines(), rows.size());
        if (data.isEmpty()) {
            throw new FileRejectedException(name() + ": has a header and no rows");
        }
        NumberMarks marks = NumberMarks.of(data, format.delimiter());
        TableFormat complete = Formats.withMarks(
                Formats.withHeader(format, header.named(), Math.max(0, header.lines() - 1) + header.skipped()),
                marks.decimal(),
                marks.thousands());
        List<String> names = header.lines() > 0 ? rows.get(header.lines() - 1) : List.of();
        return new FileForm(complete, FileForm.Layout.LINES, names, rows.get(0).size(), packed);
    }

    private static List<List<String>> trimmed(List<List<String>> rows, boolean trim) {
        return trim
                ? rows.stream()
                        .map(row -> row.stream().map(String::strip).toList())
                        .toList()
                : rows;
    }

    private static boolean hasBlanksAround(String field) {
        return !field.isEmpty() && (field.charAt(0) == ' ' || field.charAt(field.length() - 1) == ' ');
    }

    private static boolean hasBlanksBeforeQuotes(String text, Delimiter delimiter, char quote) {
        return delimiter != Delimiter.BLANKS && text.contains(delimiter.character() + " " + quote);
    }

    /** Single quotation marks where fields are within them, and there are none of the usual ones. */
    private static char quote(String text, Delimiter delimiter) {
        if (text.indexOf('"') >= 0) {
            return '"';
        }
        String separator = delimiter == Delimiter.BLANKS ? "\\s" : Pattern.quote(delimiter.character() + "");
        long quoted = Pattern.compile(separator)
                .splitAsStream(text)
                .filter(field -> IN_SINGLE_QUOTES.matcher(field.strip()).matches())
                .count();
        return quoted >= 2 ? '\'' : '"';
    }

    private List<List<String>> rows(TableFormat format) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream content = Files.newInputStream(file);
                TableText text = TableText.open(content, name(), format);
                CsvReader<CsvRecord> records = DelimitedText.parser(format).ofCsvRecord(text.reader())) {
            for (CsvRecord row : records) {
                if (row.getFieldCount() > 1 || !row.getField(0).isBlank()) {
                    rows.add(row.getFields());
                }
                if (rows.size() == ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            throw new FileRejectedException(name() + ": has quotation marks that do not close, or text behind a closing"
                    + " one, after " + rows.size()
                    + " rows; double a mark that stands inside a field, and put the whole field in quotes");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return rows;
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
