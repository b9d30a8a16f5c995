package io.loanflow.serving.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An input of the Open Inference Protocol.
 *
 * @param shape sizes of its dimensions
 * @param values in row-major order
 */
record Tensor(String name, String datatype, List<Integer> shape, List<JsonNode> values) {

    /** Of texts. */
    static final String BYTES = "BYTES";

    static final Set<String> DATATYPES = Set.of(
            "BOOL", "UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16", "FP32", "FP64",
            BYTES);

    /** @param binary reads the values of a tensor that stand behind the JSON */
    static Tensor read(JsonNode input, String pointer, BinaryTensors binary) {
        String name = text(input, "name", pointer);
        String datatype = text(input, "datatype", pointer);
        if (!DATATYPES.contains(datatype)) {
            throw RowsBody.invalid(
                    pointer + "/datatype",
                    "must be one of "
                            + String.join(", ", DATATYPES.stream().sorted().toList()));
        }
        List<Integer> shape = shape(input.path("shape"), pointer + "/shape");
        JsonNode size = input.path("parameters").path("binary_data_size");
        List<JsonNode> values = new ArrayList<>();
        if (size.isIntegralNumber()) {
            values = binary.next(datatype, size.canConvertToLong() ? size.longValue() : Long.MAX_VALUE, pointer);
        } else if (input.path("data").isArray()) {
            flatten(input.path("data"), values);
        } else {
            throw RowsBody.invalid(pointer + "/data", "must be an array of the tensor's values");
        }
        if (product(shape) != values.size()) {
            throw RowsBody.invalid(pointer, "has " + values.size() + " values, which is not the product of its shape");
        }
        return new Tensor(name, datatype, shape, values);
    }

    /** Whether it has one value for each row. */
    boolean isColumn() {
        return shape.size() == 1 || (shape.size() == 2 && shape.get(1) == 1);
    }

    private static String text(JsonNode input, String property, String pointer) {
        JsonNode value = input.path(property);
        if (!value.isString()) {
            throw RowsBody.invalid(pointer + "/" + property, "must be a text");
        }
        return value.asString();
    }

    private static List<Integer> shape(JsonNode shape, String pointer) {
        if (!shape.isArray()
                || shape.isEmpty()
                || !shape.valueStream().allMatch(size -> size.isInt() && size.intValue() >= 0)) {
            throw RowsBody.invalid(pointer, "must be an array of whole numbers, 0 or more");
        }
        return shape.valueStream().map(JsonNode::intValue).toList();
    }

    private static double product(List<Integer> shape) {
        // Beyond what is exact it is more than any body has.
        return shape.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    }

    private static void flatten(JsonNode data, List<JsonNode> values) {
        for (JsonNode value : data) {
            if (value.isArray()) {
                flatten(value, values);
            } else {
                values.add(value);
            }
        }
    }
}
