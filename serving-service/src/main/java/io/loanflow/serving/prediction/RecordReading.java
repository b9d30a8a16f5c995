package io.loanflow.serving.prediction;

import io.loanflow.model.row.RowReader;
import io.loanflow.model.row.RowReading;
import java.util.Arrays;
import tools.jackson.core.JsonParser;

/**
 * A row that was read, and where it stood.
 *
 * @param start of the record in the body, in bytes
 * @param end after it
 */
record RecordReading(RowReading reading, int start, int end) {

    /** @param parser of bytes in UTF-8, at the first token of the record */
    static RecordReading read(RowReader reader, JsonParser parser, String pointer) {
        int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        RowReading reading = reader.read(parser, pointer);
        return new RecordReading(
                reading, start, Math.toIntExact(parser.currentLocation().getByteOffset()));
    }

    /** As it came. */
    byte[] record(byte[] body) {
        return Arrays.copyOfRange(body, start, end);
    }
}
