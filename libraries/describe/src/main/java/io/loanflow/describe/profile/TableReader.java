package io.loanflow.describe.profile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.describe.form.FileForm;
import io.loanflow.tablefiles.DelimitedText;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.tablefiles.TableText;
import io.loanflow.tablefiles.UnpackedContent;
import io.loanflow.tablefiles.typed.CellBuffer;
import io.loanflow.tablefiles.typed.TypedFormat;
import io.loanflow.tablefiles.typed.TypedTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tables from their first row to their last. */
public final class TableReader {

    private final FileForm form;
    private final TableTally tally;

    private TableReader(FileForm form) {
        this.form = form;
        tally = new TableTally(form.format());
    }

    /**
     * Counts what stands in files that are all written in one form.
     *
     * @throws java.nio.charset.CharacterCodingException if they are of another encoding
     * @throws FileRejectedException if one is not written in the form from its first line to its last
     */
    public static TableProfile read(List<Path> files, FileForm form) throws IOException {
        TableReader reader = new TableReader(form);
        for (Path file : files) {
            reader.read(file);
        }
        return reader.tally.profile();
    }

    private void read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Optional<TypedTable> typed = TypedFormat.open(file, name, form.format());
        if (typed.isPresent() != (form.layout() == FileForm.Layout.TYPED)) {
            throw new FileRejectedException(name + ": is of another format than the first file; describe it by itself");
        }
        if (typed.isPresent()) {
            try (TypedTable table = typed.get()) {
                readTyped(table, name);
            }
        } else {
            readText(file, name);
        }
    }

    private void readText(Path file, String name) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                TableText text = TableText.open(content, name, form.format())) {
            if (form.layout() == FileForm.Layout.JSON) {
                new JsonRows(form.format(), name, tally).read(text.reader());
            } else {
                readLines(text, name);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (UnpackedContent.DamagedException e) {
            throw TableText.damaged(name);
        }
    }

    private void readTyped(TypedTable table, String name) throws IOException {
        requireHeader(table.names(), name);
        BitSet all = new BitSet();
        all.set(0, form.width());
        table.start(all);
        CellBuffer cell = new CellBuffer();
        while (table.next()) {
            @Nullable String[] texts = new @Nullable String[form.width()];
            for (int field = 0; field < texts.length; field++) {
                table.read(field, cell);
                texts[field] = cell.isMissing() ? null : cell.toString();
            }
            tally.add(texts);
        }
    }

    private void readLines(TableText text, String name) throws IOException {
        TableFormat format = form.format();
        try (CsvReader<CsvRecord> records = DelimitedText.parser(format).ofCsvRecord(text.reader())) {
            boolean header = format.header();
            for (CsvRecord row : records) {
                if (row.getFieldCount() == 1 && row.getField(0).isEmpty()) {
                    continue;
                }
                if (header) {
                    requireHeader(trimmed(row), name);
                    header = false;
                } else {
                    add(row, name);
                }
            }
        } catch (CsvParseException e) {
            throw new FileRejectedException(name + ": "
                    + String.format(
                            Locale.ROOT, "cannot be taken apart into fields: %s", String.valueOf(e.getMessage())));
        }
    }

    private void requireHeader(List<String> names, String name) {
        if (!names.equals(form.names())) {
            throw new FileRejectedException(name + ": has another header than the first file; describe it by itself");
        }
        names.forEach(tally::place);
    }

    private List<String> trimmed(CsvRecord row) {
        return form.format().trim()
                ? row.getFields().stream().map(String::strip).toList()
                : row.getFields();
    }

    /** Of a column whose name the header does not say, or says twice. */
    private String name(int field) {
        List<String> names = form.names();
        boolean own = field < names.size() && !names.get(field).isBlank() && names.indexOf(names.get(field)) == field;
        return own ? names.get(field) : "column_" + (field + 1);
    }

    private void add(CsvRecord row, String name) {
        if (row.getFieldCount() != form.width()) {
            throw new FileRejectedException(
                    name + ":" + (row.getStartingLineNumber() + form.format().skipLines())
                            + ": has " + row.getFieldCount() + " fields instead of " + form.width()
                            + "; the row is cut short, or a field that holds what separates fields is not in quotes");
        }
        for (int field = tally.width(); field < form.width(); field++) {
            tally.place(name(field));
        }
        @Nullable String[] texts = new @Nullable String[form.width()];
        boolean trim = form.format().trim();
        for (int field = 0; field < texts.length; field++) {
            String text = row.getField(field);
            texts[field] = trim ? text.strip() : text;
        }
        tally.add(texts);
    }
}
