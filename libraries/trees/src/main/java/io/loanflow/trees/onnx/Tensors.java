package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as ONNX keeps them. */
final class Tensors {

    private Tensors() {}

    static TensorProto.Builder of(double[] numbers, long... shape) {
        ByteBuffer bytes = room(numbers.length);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        TensorProto.Builder tensor = tensor(TensorProto.DataType.DOUBLE, bytes);
        for (long size : shape) {
            tensor.addDims(size);
        }
        return tensor;
    }

    static TensorProto.Builder of(long... numbers) {
        ByteBuffer bytes = room(numbers.length);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return tensor(TensorProto.DataType.INT64, bytes).addDims(numbers.length);
    }

    private static ByteBuffer room(int numbers) {
        return ByteBuffer.allocate(Math.multiplyExact(numbers, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorProto.Builder tensor(TensorProto.DataType type, ByteBuffer bytes) {
        return TensorProto.newBuilder().setDataType(type.getNumber()).setRawData(ByteString.copyFrom(bytes.flip()));
    }
}
