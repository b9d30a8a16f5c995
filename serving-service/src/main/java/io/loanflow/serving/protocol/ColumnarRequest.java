package io.loanflow.serving.protocol;

import io.loanflow.model.row.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Requests of MLflow's scoring protocol, and of TensorFlow Serving's, which KServe's first protocol is as well. */
final class ColumnarRequest {

    /** A pandas frame by columns, index and data. */
    static final String SPLIT = "dataframe_split";

    /** A pandas frame by rows. */
    static final String RECORDS = "dataframe_records";

    /** Rows. */
    static final String INSTANCES = "instances";

    /** Columns, or rows. */
    static final String INPUTS = "inputs";

    private ColumnarRequest() {}

    /**
     * The body of a batch with the same rows.
     *
     * @param known what the protocol calls rows
     * @throws io.loanflow.serving.prediction.InvalidRequestException if the request has another shape
     */
    static byte[] rows(JsonNode request, Set<String> known, RowsBody rows) {
        List<String> given = known.stream().filter(request::has).toList();
        if (given.size() != 1) {
            throw RowsBody.invalid(
                    "", "must have exactly one of " + known.stream().sorted().collect(Collectors.joining(", ")));
        }
        String name = given.get(0);
        JsonNode value = request.path(name);
        String pointer = "/" + name;
        if (name.equals(SPLIT)) {
            return rows.ofTable(names(value), value.path("data"), pointer + "/data");
        }
        return name.equals(INPUTS) && value.isObject()
                ? rows.ofColumns(columns(value, pointer), pointer)
                : rows.ofRows(value, pointer);
    }

    private static List<String> names(JsonNode split) {
        JsonNode columns = split.path("columns");
        if (!columns.isArray() || !columns.valueStream().allMatch(JsonNode::isString)) {
            throw RowsBody.invalid("/" + SPLIT + "/columns", "must be an array of the columns' names");
        }
        return columns.valueStream().map(JsonNode::asString).toList();
    }

    /** A single value is a column of one row. */
    private static Map<String, List<JsonNode>> columns(JsonNode value, String pointer) {
        Map<String, List<JsonNode>> columns = new LinkedHashMap<>();
        value.properties().forEach(property -> {
            JsonNode values = property.getValue();
            if (values.isObject()) {
                throw RowsBody.invalid(Problem.child(pointer, property.getKey()), "must be an array of values");
            }
            columns.put(
                    property.getKey(),
                    values.isArray()
                            ? new ArrayList<>(values.valueStream()
                                    .map(ColumnarRequest::single)
                                    .toList())
                            : List.of(values));
        });
        return columns;
    }

    /** A column of numpy's has an array of one value for each row. */
    private static JsonNode single(JsonNode value) {
        return value.isArray() && value.size() == 1 ? value.get(0) : value;
    }
}
