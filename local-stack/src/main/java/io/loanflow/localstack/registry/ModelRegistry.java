package io.loanflow.localstack.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads what MLflow knows of registered models. */
public final class ModelRegistry {

    private final MlflowApi mlflow;

    /** @param mlflow with user and password inside, where it asks for them */
    public ModelRegistry(URI mlflow) {
        this.mlflow = new MlflowApi(mlflow);
    }

    /**
     * All versions of a model, newest first; none where it is not registered.
     *
     * @throws RegistryException where MLflow does not answer, or refuses
     */
    public List<ModelVersion> versions(String model) {
        Optional<JsonNode> registered = mlflow.get("registered-models/get", Map.of("name", model));
        if (registered.isEmpty()) {
            return List.of();
        }
        JsonNode aliases = registered.get().path("registered_model").path("aliases");
        return registeredVersions(model).stream()
                .map(version -> version(version, aliases))
                .sorted(Comparator.comparing(ModelVersion::version).reversed())
                .toList();
    }

    private List<JsonNode> registeredVersions(String model) {
        List<JsonNode> versions = new ArrayList<>();
        Map<String, String> query = new LinkedHashMap<>(Map.of("filter", "name='" + model + "'"));
        String next;
        do {
            JsonNode page = mlflow.get("model-versions/search", query).orElseThrow();
            page.path("model_versions").forEach(versions::add);
            next = page.path("next_page_token").asString("");
            query.put("page_token", next);
        } while (!next.isEmpty());
        return versions;
    }

    private ModelVersion version(JsonNode version, JsonNode aliases) {
        String number = version.path("version").asString();
        Map<String, JsonNode> tags = values(version.path("tags"));
        JsonNode run = run(version.path("run_id").asString(""));
        Map<String, JsonNode> metrics = values(run.path("data").path("metrics"));
        return new ModelVersion(
                Integer.parseInt(number),
                aliases.valueStream()
                        .filter(alias -> alias.path("version").asString("").equals(number))
                        .map(alias -> alias.path("alias").asString())
                        .sorted()
                        .toList(),
                metric(metrics, "roc_auc"),
                metric(metrics, "f1"),
                metric(metrics, "log_loss"),
                tag(tags, "gate_verdict"),
                tag(tags, "data_origin"),
                tag(tags, "withdrawn"),
                tag(tags, "withdrawn_reason"),
                run.path("info").path("run_name").asString(null));
    }

    /** Missing where it was deleted for good. */
    private JsonNode run(String id) {
        return mlflow.get("runs/get", Map.of("run_id", id))
                .map(answer -> answer.path("run"))
                .orElseGet(MissingNode::getInstance);
    }

    private static Map<String, JsonNode> values(JsonNode pairs) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        pairs.forEach(pair -> values.put(pair.path("key").asString(), pair.path("value")));
        return values;
    }

    private static @Nullable Double metric(Map<String, JsonNode> metrics, String name) {
        JsonNode value = metrics.get(name);
        return value == null ? null : value.asDouble();
    }

    private static @Nullable String tag(Map<String, JsonNode> tags, String name) {
        JsonNode value = tags.get(name);
        return value == null ? null : value.asString();
    }
}
