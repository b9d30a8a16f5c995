package io.loanflow.ingestion.check;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.Delimiter;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.ingestion.expectation.Row;
import io.loanflow.tablefiles.DelimitedText;
import io.loanflow.tablefiles.FileRejectedException;
import io.loanflow.tablefiles.TableText;
import io.loanflow.tablefiles.UnpackedContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines of fields. Everything about its structure that is not exactly right is
 * refused with the line; what stands in a cell is left to others.
 */
final class CsvTable implements RowSource {

    private final String fileName;
    private final DatasetDefinition definition;
    private final TableFormat format;
    private final Row row;
    private final RecordHandler handler;
    private final TableText text;
    private final Map<String, Integer> inFile;
    private final CloseableIterator<RecordHandler> records;
    private boolean firstIsRow;

    /**
     * @param text closed by this
     * @param rowsBefore rows of the files before this one
     * @throws FileRejectedException if it does not begin with the right header
     */
    CsvTable(TableText text, TablePart part, DatasetDefinition definition, long rowsBefore) throws IOException {
        this.text = text;
        this.fileName = part.fileName();
        this.definition = definition;
        format = definition.source().format();
        row = new Row(definition.columns().size());
        Constants constants = new Constants(part.with(), definition);
        inFile = constants.others();
        handler = new RecordHandler(row, constants, format, rowsBefore);
        records = DelimitedText.parser(format).build(handler, text.reader()).iterator();
        readFirstLine();
    }

    private void readFirstLine() throws IOException {
        if (!advance() || handler.isEmpty()) {
            throw rejected("is empty; the first line must be " + (format.header() ? "the header" : "a row"));
        }
        int[] positions = format.header() ? headerPositions() : firstRowPositions();
        handler.startRows(
                positions, Arrays.stream(positions).mapToObj(this::parser).toArray(CellParser[]::new));
        firstIsRow = !format.header();
    }

    private int[] firstRowPositions() {
        Positions positions = new Positions(handler.first(), inFile.values(), definition);
        requireNone(positions.flaw());
        return positions.positions();
    }

    private int[] headerPositions() {
        Header header = new Header(handler.first(), inFile, definition);
        requireNone(header.flaw());
        return header.positions();
    }

    private void requireNone(String flaw) {
        if (!flaw.isEmpty()) {
            throw rejected(flaw);
        }
    }

    private CellParser parser(int position) {
        if (position == RecordHandler.IGNORED) {
            return (buffer, from, length, ignored) -> {};
        }
        return CellParsers.of(position, definition.columns().get(position), format);
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (firstIsRow) {
            firstIsRow = false;
            handler.replay();
        } else if (!advance()) {
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

    @Override
    public String raw() {
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
        int expected = handler.expectedFields();
        int found = handler.getFieldCount();
        if (found == 1 && expected > 1) {
            throw rejected("has 1 field instead of " + expected
                    + "; the row is cut short, or it is a line that is no row, such as a total: remove it");
        }
        if (found < expected) {
            throw rejected("has " + found + " fields instead of " + expected
                    + "; the row is cut short, or a field with a line break is not in quotes");
        }
        if (found > expected) {
            throw rejected("has " + found + " fields instead of " + expected
                    + "; put a field that holds a " + named(format.delimiter()) + " in quotes"
                    + (format.delimiter() == Delimiter.COMMA ? ", and write 1.5 instead of 1,5" : ""));
        }
    }

    /** What no value may hold says that the file is damaged, not that one value is wrong. */
    private void checkDamage() {
        for (int field = 0; field < handler.getFieldCount(); field++) {
            int position = handler.position(field);
            if (position == RecordHandler.IGNORED || row.isValid(position) || row.isMissing(position)) {
                continue;
            }
            String name = definition.columns().get(position).name();
            String text = row.text(position);
            if (text.indexOf('\0') >= 0) {
                throw rejected("has a NUL byte in column " + name + "; the file is damaged or is not text");
            }
            if (text.indexOf(format.quote()) >= 0 && !handler.isQuoted(field)) {
                throw rejected("has a quotation mark in the middle of column " + name
                        + "; put the whole field in quotes and double the mark inside");
            }
        }
    }

    private static String named(Delimiter delimiter) {
        return switch (delimiter) {
            case COMMA -> "comma";
            case SEMICOLON -> "semicolon";
            case TAB -> "tab";
            case PIPE -> "vertical bar";
            case BLANKS -> "blank";
        };
    }

    @Override
    public void close() throws IOException {
        text.close();
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
                throw rejected(notEncoded());
            }
            if (e.getCause() instanceof UnpackedContent.DamagedException) {
                throw TableText.damaged(fileName);
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            throw rejected(e);
        }
    }

    private String notEncoded() {
        String encoding = format.encoding().name();
        return "is not " + encoding + " text; save the file as UTF-8"
                + (format.encoding().equals(StandardCharsets.UTF_8)
                        ? ", or say by encoding in source which it is: windows-1252 or iso-8859-1, most often"
                        : "");
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
                            + " quotes is doubled, and only a " + named(format.delimiter())
                            + " or the line end follows the closing one");
        }
        return rejected(String.format(
                Locale.ROOT,
                "begins a row with a field of more than %,d characters; perhaps a quotation mark is never closed",
                DelimitedText.LONGEST));
    }

    private FileRejectedException rejected(String problem) {
        return new FileRejectedException(fileName + ":" + (handler.line() + format.skipLines()) + ": " + problem);
    }
}
