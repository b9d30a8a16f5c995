package io.loanflow.serving.protocol;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.row.Problem;
import io.loanflow.serving.prediction.BatchTooLongException;
import io.loanflow.serving.prediction.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes rows, in whatever shape they came, as the body of a batch ({@code {"rows": [...]}}), so that one reader reads them all and a row is
 * remembered in one way.
 */
final class RowsBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> features;
    private final Cells cells;
    private final int mostRows;

    /** @param mostRows that a request may have */
    RowsBody(DatasetDefinition definition, int mostRows) {
        this.features = definition.features().stream().map(Column::name).toList();
        this.cells = new Cells(definition);
        this.mostRows = mostRows;
    }

    /** What an array has in the place of a name for each value. */
    List<String> features() {
        return features;
    }

    Cells cells() {
        return cells;
    }

    /** Rows with names, or with a value for each feature in the definition's order. */
    byte[] ofRows(JsonNode rows, String pointer) {
        if (!rows.isArray()) {
            throw invalid(pointer, "must be an array of rows");
        }
        return write(rows.size(), (row, json) -> {
            JsonNode one = rows.get(row);
            if (one.isObject()) {
                object(one, json);
            } else if (one.isArray()) {
                values(features, one, pointer + "/" + row, json);
            } else {
                json.writeTree(one);
            }
        });
    }

    /** Names once, and the values of each row in their order. */
    byte[] ofTable(List<String> names, JsonNode rows, String pointer) {
        if (!rows.isArray()) {
            throw invalid(pointer, "must be an array of rows");
        }
        return write(rows.size(), (row, json) -> values(names, rows.get(row), pointer + "/" + row, json));
    }

    /** The values of each column; all of the same number. */
    byte[] ofColumns(Map<String, List<JsonNode>> columns, String pointer) {
        int rows = columns.values().stream().mapToInt(List::size).max().orElse(0);
        columns.forEach((name, values) -> {
            if (values.size() != rows) {
                throw invalid(
                        Problem.child(pointer, name),
                        "has " + values.size() + " values where another column has " + rows
                                + "; give one for each row");
            }
        });
        return write(rows, (row, json) -> {
            json.writeStartObject();
            columns.forEach((name, values) -> property(name, cells.of(name, values.get(row)), json));
            json.writeEndObject();
        });
    }

    /** What one row is written by. */
    interface RowWriter {

        void write(int row, JsonGenerator json);
    }

    byte[] write(int rows, RowWriter writer) {
        if (rows > mostRows) {
            throw new BatchTooLongException(mostRows);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("rows");
            for (int row = 0; row < rows; row++) {
                writer.write(row, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    private void object(JsonNode row, JsonGenerator json) {
        json.writeStartObject();
        row.properties()
                .forEach(property ->
                        property(property.getKey(), cells.of(property.getKey(), property.getValue()), json));
        json.writeEndObject();
    }

    private void values(List<String> names, JsonNode row, String pointer, JsonGenerator json) {
        if (!row.isArray() || row.size() != names.size()) {
            throw invalid(pointer, "must be an array of " + names.size() + " values: " + String.join(", ", names));
        }
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            property(names.get(i), cells.of(names.get(i), row.get(i)), json);
        }
        json.writeEndObject();
    }

    static void property(String name, JsonNode value, JsonGenerator json) {
        json.writeName(name);
        json.writeTree(value);
    }

    static InvalidRequestException invalid(String pointer, String detail) {
        return new InvalidRequestException(List.of(new Problem(pointer, detail)));
    }
}
