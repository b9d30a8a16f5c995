package io.loanflow.ingestion.check;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.ingestion.expectation.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes fields from the CSV parser: those of the first record as texts, those of all others into the row. Where there is no header, the
 * first record is {@link #replay read again} as a row.
 */
final class RecordHandler extends CsvCallbackHandler<RecordHandler> {

    /** The position of a field that belongs to no column. */
    static final int IGNORED = -1;

    private final List<String> first = new ArrayList<>();
    private final List<Boolean> firstQuoted = new ArrayList<>();
    private final Row row;
    private final Constants constants;
    private final char delimiter;
    private final String quote;
    private int[] positions = {};
    private CellParser[] parsers = {};
    private boolean[] quoted = {};
    private @Nullable String[] ignored = {};
    private boolean inRows;
    private boolean empty;
    private boolean comment;
    private int fields;
    private long line;
    private long rows;

    /** @param rowsBefore rows of the files before this one */
    RecordHandler(Row row, Constants constants, TableFormat format, long rowsBefore) {
        this.row = row;
        this.constants = constants;
        rows = rowsBefore;
        delimiter = format.delimiter().character();
        quote = String.valueOf(format.quote());
    }

    /** The first record's fields. */
    List<String> first() {
        return first;
    }

    /**
     * From here on there are rows.
     *
     * @param fieldPositions for each field the position of its column, or {@link #IGNORED}
     * @param fieldParsers for each field how it is read
     */
    void startRows(int[] fieldPositions, CellParser[] fieldParsers) {
        positions = fieldPositions;
        parsers = fieldParsers;
        quoted = new boolean[fieldParsers.length];
        ignored = new @Nullable String[fieldParsers.length];
        inRows = true;
    }

    /** Makes the first record the first row. */
    void replay() {
        beginRecord(line);
        for (int field = 0; field < first.size(); field++) {
            char[] text = first.get(field).toCharArray();
            addField(text, 0, text.length, firstQuoted.get(field));
        }
        buildRecord();
    }

    /** The line in which the record begins, from 1. */
    long line() {
        return line;
    }

    int expectedFields() {
        return positions.length;
    }

    boolean isEmpty() {
        return empty;
    }

    /** The position of the field's column. */
    int position(int field) {
        return positions[field];
    }

    /** Whether the field was in quotes. */
    boolean isQuoted(int field) {
        return quoted[field];
    }

    /** The row as it stands in the file; nothing is lost by taking it apart, since the parser is strict. */
    String raw() {
        StringBuilder raw = new StringBuilder();
        for (int field = 0; field < positions.length; field++) {
            String text = positions[field] == IGNORED ? ignored[field] : row.text(positions[field]);
            raw.append(field == 0 ? "" : delimiter);
            raw.append(quoted[field] ? quote + String.valueOf(text).replace(quote, quote + quote) + quote : text);
        }
        return raw.toString();
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        fields = 0;
        empty = false;
        comment = false;
        if (inRows) {
            row.begin(rows + 1);
            constants.putInto(row);
        }
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean isQuoted) {
        int field = fields++;
        if (!inRows) {
            first.add(new String(buffer, offset, length));
            firstQuoted.add(isQuoted);
        } else if (field < parsers.length) {
            quoted[field] = isQuoted;
            if (positions[field] == IGNORED) {
                ignored[field] = new String(buffer, offset, length);
            } else if (length == 0) {
                row.missing(positions[field]);
            } else {
                parsers[field].parse(buffer, offset, length, row);
            }
        }
    }

    @Override
    protected RecordHandler buildRecord() {
        rows += inRows && !empty && !comment ? 1 : 0;
        return this;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected void setEmpty() {
        empty = true;
    }

    @Override
    protected RecordType getRecordType() {
        return comment ? RecordType.COMMENT : empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        comment = true;
    }
}
