package io.loanflow.serving.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The protocol's extension {@code binary_tensor_data}: values little-endian behind the JSON, one tensor after the other; a text with its
 * length in four bytes before it.
 */
final class BinaryTensors {

    /** Names the length of the JSON before the values, in bytes. */
    static final String HEADER = "Inference-Header-Content-Length";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ByteBuffer rest;

    /** @param rest what follows the JSON */
    BinaryTensors(ByteBuffer rest) {
        this.rest = rest.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param size in bytes of the tensor that comes next */
    List<JsonNode> next(String datatype, long size, String pointer) {
        if (size < 0 || size > rest.remaining()) {
            throw RowsBody.invalid(
                    pointer + "/parameters/binary_data_size",
                    "is more than the bytes behind the JSON; header " + HEADER + " must name the length of the JSON");
        }
        ByteBuffer tensor = rest.slice(rest.position(), (int) size).order(ByteOrder.LITTLE_ENDIAN);
        rest.position(rest.position() + (int) size);
        Supplier<JsonNode> value = reader(datatype, tensor, pointer);
        List<JsonNode> values = new ArrayList<>();
        try {
            while (tensor.hasRemaining()) {
                values.add(value.get());
            }
        } catch (java.nio.BufferUnderflowException e) {
            throw RowsBody.invalid(pointer, "ends within a value");
        }
        return values;
    }

    private static Supplier<JsonNode> reader(String datatype, ByteBuffer tensor, String pointer) {
        return switch (datatype) {
            case "BOOL" -> () -> JSON.booleanNode(tensor.get() != 0);
            case "INT8" -> () -> JSON.numberNode((int) tensor.get());
            case "UINT8" -> () -> JSON.numberNode(Byte.toUnsignedInt(tensor.get()));
            case "INT16" -> () -> JSON.numberNode((int) tensor.getShort());
            case "UINT16" -> () -> JSON.numberNode(Short.toUnsignedInt(tensor.getShort()));
            case "INT32" -> () -> JSON.numberNode(tensor.getInt());
            case "UINT32" -> () -> JSON.numberNode(Integer.toUnsignedLong(tensor.getInt()));
            case "INT64" -> () -> JSON.numberNode(tensor.getLong());
            case "UINT64" -> () -> JSON.numberNode(new java.math.BigDecimal(Long.toUnsignedString(tensor.getLong())));
            case "FP32" -> () -> JSON.numberNode((double) tensor.getFloat());
            case "FP64" -> () -> JSON.numberNode(tensor.getDouble());
            case Tensor.BYTES -> () -> text(tensor, pointer);
            default -> throw RowsBody.invalid(pointer + "/datatype", "is not read as bytes; send FP32 or FP64");
        };
    }

    private static JsonNode text(ByteBuffer tensor, String pointer) {
        int length = tensor.getInt();
        if (length < 0 || length > tensor.remaining()) {
            throw new java.nio.BufferUnderflowException();
        }
        ByteBuffer bytes = tensor.slice(tensor.position(), length);
        tensor.position(tensor.position() + length);
        try {
            return JSON.stringNode(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw RowsBody.invalid(pointer, "has a text that is not in UTF-8");
        }
    }
}
