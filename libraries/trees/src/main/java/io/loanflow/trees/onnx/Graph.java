package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An ONNX graph while it is made. Values go by name: whatever makes one returns its name. Equal calls in equal order make equal bytes.
 *
 * <p>Names made here begin with a slash, so that they are nobody else's.
 */
public final class Graph {

    /** Of ONNX 1.12: old enough for every runtime in use. */
    private static final long FORMAT = 8;

    private static final long OPERATORS = 17;
    private static final long ML_OPERATORS = 3;
    private static final String ML = "ai.onnx.ml";

    private static final String ROWS = "rows";

    private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder();
    private int values;

    public Graph(String name) {
        graph.setName(name);
    }

    /** A value of each row, which the graph is given. */
    public String input(String name, DataType type) {
        graph.addInput(vector(name, type));
        return name;
    }

    /** Gives out a value of each row under a name. */
    public void output(String value, String name, DataType type) {
        graph.addNode(operator("Identity", value).addOutput(name));
        graph.addOutput(vector(name, type));
    }

    /** Numbers that never change. */
    public String numbers(double[] numbers, long... shape) {
        return constant(Tensors.of(numbers, shape));
    }

    /** One number for every row. */
    public String number(double number) {
        return numbers(new double[] {number}, 1, 1);
    }

    /** Whole numbers that never change. */
    public String wholes(long... numbers) {
        return constant(Tensors.of(numbers));
    }

    /** Texts that never change. */
    public String texts(List<String> texts) {
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder()
                .setDataType(DataType.STRING.getNumber())
                .addDims(texts.size());
        texts.forEach(text -> tensor.addStringData(utf8(text)));
        return constant(tensor);
    }

    private String constant(OnnxMl.TensorProto.Builder tensor) {
        String name = name();
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    /** What an operator of ONNX makes of values. */
    public String node(String operator, String... inputs) {
        return node(operator, List.of(), inputs);
    }

    /** The same with attributes. */
    String node(String operator, List<OnnxMl.AttributeProto> attributes, String... inputs) {
        String name = name();
        graph.addNode(operator(operator, inputs).addAllAttribute(attributes).addOutput(name));
        return name;
    }

    /** What an operator of ONNX's for machine learning makes of values. */
    String mlNode(String operator, List<OnnxMl.AttributeProto> attributes, String input) {
        String name = name();
        graph.addNode(operator(operator, input)
                .setDomain(ML)
                .addAllAttribute(attributes)
                .addOutput(name));
        return name;
    }

    /** The same numbers as another type. */
    public String cast(String value, DataType type) {
        return node("Cast", List.of(Attributes.of("to", type.getNumber())), value);
    }

    /** Columns next to each other. */
    public String columns(List<String> blocks) {
        return blocks.size() == 1
                ? blocks.get(0)
                : node("Concat", List.of(Attributes.of("axis", 1)), blocks.toArray(String[]::new));
    }

    /** A value of each row as a column. */
    public String column(String vector) {
        return node("Unsqueeze", vector, wholes(1));
    }

    /** A column as a value of each row. */
    public String vector(String column) {
        return node("Squeeze", column, wholes(1));
    }

    /** Each column alone, of so many. */
    public List<String> split(String block, int columns) {
        List<String> names = IntStream.range(0, columns).mapToObj(i -> name()).toList();
        graph.addNode(
                operator("Split", block).addAttribute(Attributes.of("axis", 1)).addAllOutput(names));
        return names;
    }

    /** Entries of a table along its first axis. */
    public String entries(String table, String places) {
        return node("Gather", table, places);
    }

    /**
     * The place of each text in a list.
     *
     * @param other for every other one
     */
    public String places(String texts, List<String> list, long other) {
        return mlNode(
                "LabelEncoder",
                List.of(
                        Attributes.ofTexts("keys_strings", list.stream().map(Graph::utf8)),
                        Attributes.of("values_int64s", IntStream.range(0, list.size())),
                        Attributes.of("default_int64", other)),
                texts);
    }

    /** The file. */
    public byte[] bytes(String description) {
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("loanflow")
                .setDocString(description)
                .addOpsetImport(operators("", OPERATORS))
                .addOpsetImport(operators(ML, ML_OPERATORS))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static OnnxMl.OperatorSetIdProto operators(String domain, long version) {
        return OnnxMl.OperatorSetIdProto.newBuilder()
                .setDomain(domain)
                .setVersion(version)
                .build();
    }

    private static OnnxMl.NodeProto.Builder operator(String operator, String... inputs) {
        return OnnxMl.NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(Stream.of(inputs).toList());
    }

    private static OnnxMl.ValueInfoProto vector(String name, DataType type) {
        OnnxMl.TensorShapeProto shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam(ROWS))
                .build();
        OnnxMl.TypeProto.Tensor tensor = OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private String name() {
        return "/" + values++;
    }

    static ByteString utf8(String text) {
        return ByteString.copyFrom(text, StandardCharsets.UTF_8);
    }
}
