package io.loanflow.serving.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request of the Open Inference Protocol, second version.
 *
 * @param id what the client calls it; null where it has no name
 * @param outputs that are wanted; all of {@link InferAnswer#OUTPUTS} where nothing is said
 */
record InferRequest(@Nullable String id, List<Tensor> inputs, List<String> outputs) {

    /**
     * Reads a body.
     *
     * @param jsonLength of the JSON, in bytes; what follows are values
     * @throws io.loanflow.serving.prediction.MalformedJsonException if it is not JSON
     * @throws io.loanflow.serving.prediction.InvalidRequestException if it is not such a request
     */
    static InferRequest read(byte[] body, int jsonLength) {
        JsonNode request = ProtocolJson.object(jsonLength == body.length ? body : Arrays.copyOf(body, jsonLength));
        JsonNode id = request.path("id");
        if (!id.isMissingNode() && !id.isNull() && !id.isString()) {
            throw RowsBody.invalid("/id", "must be a text");
        }
        return new InferRequest(
                id.isString() ? id.asString() : null,
                inputs(
                        request.path("inputs"),
                        new BinaryTensors(ByteBuffer.wrap(body, jsonLength, body.length - jsonLength))),
                outputs(request.path("outputs")));
    }

    private static List<Tensor> inputs(JsonNode inputs, BinaryTensors binary) {
        if (!inputs.isArray() || inputs.isEmpty()) {
            throw RowsBody.invalid("/inputs", "must be an array of tensors: one for each column, or one for all");
        }
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            tensors.add(Tensor.read(inputs.get(i), "/inputs/" + i, binary));
        }
        return tensors;
    }

    private static List<String> outputs(JsonNode outputs) {
        if (outputs.isMissingNode() || outputs.isNull() || (outputs.isArray() && outputs.isEmpty())) {
            return InferAnswer.OUTPUTS;
        }
        if (!outputs.isArray()) {
            throw RowsBody.invalid("/outputs", "must be an array");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            JsonNode name = outputs.get(i).path("name");
            if (!name.isString() || !InferAnswer.OUTPUTS.contains(name.asString())) {
                throw RowsBody.invalid(
                        "/outputs/" + i + "/name", "must be one of " + String.join(", ", InferAnswer.OUTPUTS));
            }
            names.add(name.asString());
        }
        return names;
    }

    /** The body of a batch with the same rows. */
    byte[] rows(RowsBody rows) {
        Tensor first = inputs.get(0);
        int width = rows.features().size();
        if (inputs.size() == 1 && first.shape().size() == 2 && first.shape().get(1) == width) {
            return table(first, width, rows);
        }
        Map<String, List<JsonNode>> columns = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Tensor tensor = inputs.get(i);
            if (!tensor.isColumn()) {
                throw RowsBody.invalid(
                        "/inputs/" + i + "/shape",
                        "must be [rows] or [rows, 1] of an input for each column, or [rows, " + width
                                + "] of one input for all");
            }
            if (columns.put(tensor.name(), texts(tensor, rows)) != null) {
                throw RowsBody.invalid("/inputs/" + i + "/name", "is given more than once; give it once");
            }
        }
        return rows.ofColumns(columns, "/inputs");
    }

    private static List<JsonNode> texts(Tensor tensor, RowsBody rows) {
        return tensor.datatype().equals(Tensor.BYTES)
                ? tensor.values().stream()
                        .map(value -> cell(tensor.name(), value, rows))
                        .toList()
                : tensor.values();
    }

    private static byte[] table(Tensor tensor, int width, RowsBody rows) {
        return rows.write(tensor.shape().get(0), (row, json) -> {
            json.writeStartObject();
            for (int i = 0; i < width; i++) {
                String name = rows.features().get(i);
                RowsBody.property(name, cell(name, tensor.values().get(row * width + i), rows), json);
            }
            json.writeEndObject();
        });
    }

    private static JsonNode cell(String name, JsonNode value, RowsBody rows) {
        return value.isString()
                ? rows.cells().ofText(name, value.asString())
                : rows.cells().of(name, value);
    }
}
