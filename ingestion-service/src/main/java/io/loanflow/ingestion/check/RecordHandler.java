package io.loanflow.ingestion.check;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.loanflow.ingestion.expectation.Row;
import java.util.ArrayList;
import java.util.List;

/** Takes fields from the CSV parser: those of the first record as texts, those of all others into the row. */
final class RecordHandler extends CsvCallbackHandler<RecordHandler> {

    private final List<String> header = new ArrayList<>();
    private final Row row;
    private int[] positions = {};
    private CellParser[] parsers = {};
    private boolean[] quoted = {};
    private boolean inRows;
    private boolean empty;
    private int fields;
    private long line;
    private long rows;

    RecordHandler(Row row) {
        this.row = row;
    }

    List<String> header() {
        return header;
    }

    /**
     * From here on there are rows.
     *
     * @param fieldPositions for each field the position of its column
     * @param fieldParsers for each field how it is read
     */
    void startRows(int[] fieldPositions, CellParser[] fieldParsers) {
        positions = fieldPositions;
        parsers = fieldParsers;
        quoted = new boolean[fieldParsers.length];
        inRows = true;
    }

    /** The line in which the record begins, from 1. */
    long line() {
        return line;
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
            String text = row.text(positions[field]);
            raw.append(field == 0 ? "" : ",");
            raw.append(quoted[field] ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return raw.toString();
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        fields = 0;
        empty = false;
        if (inRows) {
            row.begin(rows + 1);
        }
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean isQuoted) {
        int field = fields++;
        if (!inRows) {
            header.add(new String(buffer, offset, length));
        } else if (field < parsers.length) {
            quoted[field] = isQuoted;
            if (length == 0) {
                row.missing(positions[field]);
            } else {
                parsers[field].parse(buffer, offset, length, row);
            }
        }
    }

    @Override
    protected RecordHandler buildRecord() {
        rows += inRows && !empty ? 1 : 0;
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
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("the parser is told that there are no comments");
    }
}
