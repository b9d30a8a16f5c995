package io.loanflow.ingestion.check;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with the columns of a definition, read row by row. Everything about its structure that is not exactly right is
 * refused with the line; what stands in a cell is left to others.
 */
final class CsvTable {

    /** Characters. No longer than this is a field, and so the buffer of the parser. */
    private static final int BUFFER = 1 << 16;

    private final String fileName;
    private final DatasetDefinition definition;
    private final Row row;
    private final RecordHandler handler;
    private final CloseableIterator<RecordHandler> records;

    /** @throws FileRejectedException if it does not begin with the right header */
    CsvTable(InputStream content, String fileName, DatasetDefinition definition) throws IOException {
        this.fileName = fileName;
        this.definition = definition;
        row = new Row(definition.columns().size());
        handler = new RecordHandler(row);
        records = CsvReader.builder()
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(BUFFER)
                .build(handler, new Utf8Reader(content, fileName))
                .iterator();
        readHeader();
    }

    private void readHeader() throws IOException {
        if (!advance() || handler.isEmpty()) {
            throw rejected("is empty; the first line must be the header");
        }
        Header header = new Header(handler.header(), definition);
        String flaw = header.flaw();
        if (!flaw.isEmpty()) {
            throw rejected(flaw);
        }
        int[] positions = header.positions();
        handler.startRows(
                positions, Arrays.stream(positions).mapToObj(this::parser).toArray(CellParser[]::new));
    }

    private CellParser parser(int position) {
        Column column = definition.columns().get(position);
        return switch (column.type()) {
            case REAL -> new RealCell(position);
            case INTEGER -> new WholeCell(position);
            case NOMINAL, ORDINAL, BOOLEAN -> new CategoryCell(position, column);
        };
    }

    /**
     * The next row, the same object each time; null after the last.
     *
     * @throws FileRejectedException if it is not a row of the table
     */
    @Nullable
    Row next() throws IOException {
        if (!advance()) {
            return null;
        }
        if (handler.isEmpty()) {
            return afterEmptyLine();
        }
        checkFieldCount();
        if (row.hasInvalid()) {
            checkDamage();
        }
        return row;
    }

    /** The row as it stands in the file, without the line end. */
    String raw() {
        return handler.raw();
    }

    /** Empty lines may only stand at the end. */
    private @Nullable Row afterEmptyLine() throws IOException {
        FileRejectedException rejection = rejected("is empty; remove the line");
        while (advance()) {
            if (!handler.isEmpty()) {
                throw rejection;
            }
        }
        return null;
    }

    private void checkFieldCount() {
        int expected = definition.columns().size();
        int found = handler.getFieldCount();
        if (found == 1) {
            throw rejected("has 1 field instead of " + expected
                    + "; the row is cut short, or it is a line that is no row," + " such as a total: remove it");
        }
        if (found < expected) {
            throw rejected("has " + found + " fields instead of " + expected
                    + "; the row is cut short, or a field with a line break is not in quotes");
        }
        if (found > expected) {
            throw rejected("has " + found + " fields instead of " + expected
                    + "; put a field that holds a comma in quotes, and write 1.5 instead of 1,5");
        }
    }

    /** What no value may hold says that the file is damaged, not that one value is wrong. */
    private void checkDamage() {
        for (int field = 0; field < handler.getFieldCount(); field++) {
            int position = handler.position(field);
            if (row.isValid(position) || row.isMissing(position)) {
                continue;
            }
            String name = definition.columns().get(position).name();
            String text = row.text(position);
            if (text.indexOf('\0') >= 0) {
                throw rejected("has a NUL byte in column " + name + "; the file is damaged or is not text");
            }
            if (text.indexOf('"') >= 0 && !handler.isQuoted(field)) {
                throw rejected("has a quotation mark in the middle of column " + name
                        + "; put the whole field in quotes and double the mark inside");
            }
        }
    }

    private boolean advance() throws IOException {
        try {
            if (!records.hasNext()) {
                return false;
            }
            records.next();
            return true;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw rejected("is not UTF-8 text; save the file as UTF-8");
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            throw rejected(e);
        }
    }

    private FileRejectedException rejected(CsvParseException e) {
        if (e.getCause() != null) {
            throw e;
        }
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unclosed quoted field")) {
            return rejected("begins a row with a quotation mark that is never closed; close it");
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return rejected(
                    "begins a row that goes on after a closing quotation mark; a quotation mark inside a field in"
                            + " quotes is doubled, and only a comma or the line end follows the closing one");
        }
        return rejected(String.format(
                Locale.ROOT,
                "begins a row with a field of more than %,d characters; perhaps a quotation mark is never closed",
                BUFFER - BUFFER / 8));
    }

    private FileRejectedException rejected(String problem) {
        return new FileRejectedException(fileName + ":" + handler.line() + ": " + problem);
    }
}
