package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Settings of a node. */
final class Attributes {

    private Attributes() {}

    static AttributeProto of(String name, long number) {
        return attribute(name, AttributeType.INT).setI(number).build();
    }

    static AttributeProto of(String name, IntStream numbers) {
        AttributeProto.Builder attribute = attribute(name, AttributeType.INTS);
        numbers.forEach(attribute::addInts);
        return attribute.build();
    }

    static AttributeProto of(String name, double[] numbers) {
        TensorProto.Builder tensor = Tensors.of(numbers, numbers.length);
        return attribute(name, AttributeType.TENSOR).setT(tensor).build();
    }

    static AttributeProto ofTexts(String name, Stream<ByteString> texts) {
        AttributeProto.Builder attribute = attribute(name, AttributeType.STRINGS);
        texts.forEach(attribute::addStrings);
        return attribute.build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
