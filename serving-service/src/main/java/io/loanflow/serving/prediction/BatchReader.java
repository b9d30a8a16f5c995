package io.loanflow.serving.prediction;

import io.loanflow.model.row.Problem;
import io.loanflow.model.row.RowReader;
import io.loanflow.model.row.RowReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code {"rows": [...]}}; what clients called the rows of the first data set, {@code "applications"}, is the same. */
final class BatchReader {

    private static final String ROWS = "rows";
    private static final Set<String> NAMES = Set.of(ROWS, "applications");

    /** Problems of rows that are told in full. */
    static final int MOST_TOLD = 1_000;

    private static final String UNTOLD =
            "is not valid; what is wrong with it is told where rows before it have fewer problems";

    private final RowReader reader;
    private final int mostRows;
    private final List<Problem> problems = new ArrayList<>();
    private int told;
    private @Nullable List<RecordReading> readings;

    BatchReader(RowReader reader, int mostRows) {
        this.reader = reader;
        this.mostRows = mostRows;
    }

    /** @throws InvalidRequestException if the request around the rows is wrong */
    List<RecordReading> read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            throw new InvalidRequestException(
                    List.of(new Problem("", "must be a JSON object: {\"" + ROWS + "\": [ … ]}")));
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            property(parser, name);
        }
        List<RecordReading> read = readings;
        if (read == null && problems.isEmpty()) {
            refuse("/" + ROWS, "is missing; send {\"" + ROWS + "\": [ … ]}");
        }
        if (read == null || !problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return read;
    }

    private void property(JsonParser parser, String name) {
        if (!NAMES.contains(name)) {
            refuse(Problem.child("", name), "is not a property of a batch; leave it out");
        } else if (readings != null) {
            refuse(Problem.child("", name), "is given more than once; give it once");
        } else if (parser.currentToken() != JsonToken.START_ARRAY) {
            refuse(Problem.child("", name), "must be an array of rows");
        } else {
            readings = rows(parser, Problem.child("", name));
            return;
        }
        parser.skipChildren();
    }

    private List<RecordReading> rows(JsonParser parser, String pointer) {
        List<RecordReading> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read.size() == mostRows) {
                throw new BatchTooLongException(mostRows);
            }
            String place = pointer + "/" + read.size();
            read.add(told(RecordReading.read(reader, parser, place), place));
        }
        return read;
    }

    /** A small request can have many thousand problems. */
    private RecordReading told(RecordReading record, String place) {
        List<Problem> wrong = record.reading().problems();
        told += wrong.size();
        return told <= MOST_TOLD || wrong.isEmpty()
                ? record
                : new RecordReading(
                        new RowReading(
                                null,
                                List.of(new Problem(place, UNTOLD)),
                                record.reading().refusals()),
                        record.start(),
                        record.end());
    }

    private void refuse(String pointer, String detail) {
        if (problems.size() < Problem.MOST) {
            problems.add(new Problem(pointer, detail));
        }
    }
}
