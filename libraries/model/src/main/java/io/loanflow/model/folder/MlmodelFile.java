package io.loanflow.model.folder;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** MLflow's own description of a model: signature, input example, flavour. */
final class MlmodelFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private MlmodelFile() {}

    static String text(FolderPlace place, ModelFolder folder) {
        DatasetDefinition dataset = DatasetDefinitionReader.read(folder.definition(), ModelFolder.DEFINITION);
        return String.join(
                "\n",
                "artifact_path: " + place.path(),
                "flavors:",
                "  loanflow:",
                "    data: " + folder.family().file(),
                "    format: tribuo-protobuf",
                "    encoder: " + ModelFolder.ENCODER,
                "    definition: " + ModelFolder.DEFINITION,
                "    positive_label: " + json(dataset.positiveLabel()),
                "model_size_bytes: " + folder.model().length,
                "model_uuid: " + place.runId(),
                "run_id: " + place.runId(),
                "saved_input_example_info:",
                "  artifact_path: " + ModelFolder.INPUT_EXAMPLE,
                "  pandas_orient: split",
                "  type: dataframe",
                "signature:",
                "  inputs: " + json(json(inputs(dataset))),
                "  outputs: " + json(json(outputs())),
                "  params: null",
                "utc_time_created: '" + UTC.format(place.created()) + "'",
                "");
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
                .forEach(column -> inputs.add(Map.of(
                        "type",
                        column.type().isNumeric() ? "double" : "string",
                        "name",
                        column.name(),
                        "required",
                        !column.missingAllowed())));
        return inputs;
    }

    private static List<Map<String, Object>> outputs() {
        return List.of(
                Map.of("type", "string", "name", "decision", "required", true),
                Map.of("type", "double", "name", "probability", "required", true));
    }

    private static String json(Object value) {
        return FolderJson.MAPPER.writeValueAsString(value);
    }
}
