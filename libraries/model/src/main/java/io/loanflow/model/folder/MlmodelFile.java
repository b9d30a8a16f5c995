package io.loanflow.model.folder;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.model.onnx.DecisionGraph;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * MLflow's own description of a model: signature, input example, flavours.
 *
 * @param bytes of all files but this one
 */
record MlmodelFile(ModelFolder folder, PythonFlavor python, long bytes) {

    /** Whose format this is. */
    static final String MLFLOW_VERSION = "3.17.2";

    /** The first of ONNX that has all that is in a graph. */
    private static final String ONNX_VERSION = "1.12.0";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    String text(FolderPlace place) {
        DatasetDefinition dataset = DatasetDefinitionReader.read(folder.definition(), ModelFolder.DEFINITION);
        List<String> lines = new ArrayList<>();
        lines.add("artifact_path: " + place.path());
        lines.add("flavors:");
        lines.addAll(own(dataset));
        lines.addAll(python.isWritten() ? ofPython() : List.of());
        lines.addAll(List.of(
                "is_signature_from_type_hint: false",
                "metadata: "
                        + (python.isWritten()
                                ? "null"
                                : json(Map.of("no_python_function", String.valueOf(python.whyNot())))),
                "mlflow_version: " + MLFLOW_VERSION,
                "model_id: " + (place.modelId() == null ? "null" : place.modelId()),
                "model_size_bytes: " + bytes,
                "model_uuid: " + place.runId(),
                "run_id: " + place.runId(),
                "saved_input_example_info:",
                "  artifact_path: " + ModelFolder.INPUT_EXAMPLE,
                "  pandas_orient: split",
                "  serving_input_path: " + ModelFolder.SERVING_INPUT_EXAMPLE,
                "  type: dataframe",
                "signature:",
                "  inputs: " + json(json(inputs(dataset))),
                "  outputs: " + json(json(outputs())),
                "  params: null",
                "utc_time_created: '" + UTC.format(place.created()) + "'",
                ""));
        return String.join("\n", lines);
    }

    private List<String> own(DatasetDefinition dataset) {
        return List.of(
                "  loanflow:",
                "    data: " + folder.family().file(),
                "    format: tribuo-protobuf",
                "    encoder: " + ModelFolder.ENCODER,
                "    definition: " + ModelFolder.DEFINITION,
                "    positive_label: " + json(dataset.positiveLabel()));
    }

    private static List<String> ofPython() {
        return List.of(
                "  onnx:",
                "    data: " + PythonFlavor.GRAPH,
                "    onnx_version: " + ONNX_VERSION,
                "    providers: [CPUExecutionProvider]",
                "  python_function:",
                // The folder itself: MLflow puts it on Python's path.
                "    code: .",
                "    data: " + PythonFlavor.GRAPH,
                "    env: {conda: " + PythonFlavor.CONDA + ", virtualenv: " + PythonFlavor.VIRTUALENV + "}",
                "    loader_module: " + PythonFlavor.MODULE,
                "    python_version: \"" + PythonFlavor.PYTHON_VERSION + "\"");
    }

    /** One row in pandas' "split" layout, which is what MLflow reads. */
    static Map<String, Object> inputExample(ObjectNode input) {
        List<JsonNode> values = new ArrayList<>();
        input.forEach(values::add);
        return Map.of("columns", List.copyOf(input.propertyNames()), "data", List.of(values));
    }

    private static List<Map<String, Object>> inputs(DatasetDefinition dataset) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        dataset.features()
                .forEach(column -> inputs.add(
                        Map.of("type", type(column), "name", column.name(), "required", !column.missingAllowed())));
        return inputs;
    }

    /** MLflow takes no whole numbers for a double, and no missing ones for a long. */
    private static String type(Column column) {
        return !column.type().isNumeric() ? "string" : DecisionGraph.isWhole(column) ? "long" : "double";
    }

    private static List<Map<String, Object>> outputs() {
        return List.of(
                Map.of("type", "string", "name", DecisionGraph.DECISION, "required", true),
                Map.of("type", "double", "name", DecisionGraph.PROBABILITY, "required", true));
    }

    private static String json(Object value) {
        return FolderJson.MAPPER.writeValueAsString(value);
    }
}
