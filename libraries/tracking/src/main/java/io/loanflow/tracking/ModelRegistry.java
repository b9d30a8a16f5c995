package io.loanflow.tracking;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Registered models, their versions and aliases. */
public final class ModelRegistry {

    /** Alias of the version in service. */
    public static final String CHAMPION = "champion";
    /** Alias of the newest version, which may become champion. */
    public static final String CHALLENGER = "challenger";

    /** The folder of a run's artifacts that holds its model. */
    public static final String MODEL = "model";

    private static final String MODELS_A_PAGE = "1000";
    private static final String VERSIONS_A_PAGE = "200";

    private final MlflowHttp http;

    public ModelRegistry(URI trackingUri) {
        http = new MlflowHttp(trackingUri);
    }

    /** Empty where the model is not registered or has no such alias. */
    public Optional<RegisteredModelVersion> byAlias(String name, String alias) {
        return http.find("registered-models/alias", Map.of("name", name, "alias", alias))
                .map(answer -> version(answer.path("model_version")));
    }

    /** All registered models. */
    public List<RegisteredModel> models() {
        return pages("registered-models/search", Map.of("max_results", MODELS_A_PAGE), "registered_models").stream()
                .map(ModelRegistry::model)
                .toList();
    }

    /** One version of a model; empty where it is not registered. */
    public Optional<RegisteredModelVersion> version(String name, int version) {
        return http.find("model-versions/get", Map.of("name", name, "version", Integer.toString(version)))
                .map(answer -> version(answer.path("model_version")));
    }

    /** All versions of a model, the newest first; none where it is not registered. */
    public List<RegisteredModelVersion> versions(String name) {
        Map<String, String> query = Map.of(
                "filter", "name = '" + name + "'", "order_by", "version_number DESC", "max_results", VERSIONS_A_PAGE);
        return pages("model-versions/search", query, "model_versions").stream()
                .map(ModelRegistry::version)
                .toList();
    }

    /** The version made from a run's model folder, the oldest if there are several. */
    public Optional<RegisteredModelVersion> byRun(String name, String runId) {
        Map<String, String> query =
                Map.of("filter", "run_id = '" + runId + "'", "order_by", "version_number ASC", "max_results", "50");
        return http.get("model-versions/search", query)
                .path("model_versions")
                .valueStream()
                .map(ModelRegistry::version)
                .filter(version -> version.name().equals(name))
                .findFirst();
    }

    /**
     * Registers a run's model folder, or finds the version made from it before.
     *
     * @param run whose artifacts hold {@link #MODEL}
     * @param description shown on the version's page, Markdown
     */
    public RegisteredModelVersion register(String name, TrackedRun run, String description, Map<String, String> tags) {
        return register(
                name,
                run,
                Map.of(
                        "source",
                        run.artifactUri() + "/" + MODEL,
                        "description",
                        description,
                        "tags",
                        MlflowHttp.keysAndValues(tags)));
    }

    /**
     * The same, of a run whose folder is among MLflow's models too.
     *
     * @param model that has the files of the folder
     */
    public RegisteredModelVersion register(
            String name, TrackedRun run, LoggedModel model, String description, Map<String, String> tags) {
        return register(
                name,
                run,
                Map.of(
                        // MLflow takes no other of a version that names its model.
                        "source",
                        model.artifactUri(),
                        "model_id",
                        model.id(),
                        "description",
                        description,
                        "tags",
                        MlflowHttp.keysAndValues(tags)));
    }

    private RegisteredModelVersion register(String name, TrackedRun run, Map<String, Object> content) {
        Optional<RegisteredModelVersion> registered = byRun(name, run.id());
        if (registered.isPresent()) {
            return registered.get();
        }
        if (http.find("registered-models/get", Map.of("name", name)).isEmpty()) {
            createModel(name);
        }
        Map<String, Object> request = new HashMap<>(content);
        request.put("name", name);
        request.put("run_id", run.id());
        JsonNode answer = http.post("model-versions/create", request);
        return version(answer.path("model_version"));
    }

    /**
     * Says what a model is, where nobody has said it.
     *
     * @param description Markdown
     * @throws NotInTrackingException where it is not registered
     */
    public void describe(String name, String description) {
        JsonNode model = http.get("registered-models/get", Map.of("name", name)).path("registered_model");
        if (model.path("description").asString("").isBlank()) {
            http.patch("registered-models/update", Map.of("name", name, "description", description));
        }
    }

    /** Points the alias to this version, wherever it pointed before. */
    public void setAlias(String name, String alias, int version) {
        http.post(
                "registered-models/alias", Map.of("name", name, "alias", alias, "version", Integer.toString(version)));
    }

    /** Also where there is none. */
    public void deleteAlias(String name, String alias) {
        http.delete("registered-models/alias", Map.of("name", name, "alias", alias));
    }

    public void setTag(String name, int version, String key, String value) {
        http.post(
                "model-versions/set-tag",
                Map.of("name", name, "version", Integer.toString(version), "key", key, "value", value));
    }

    /**
     * Of the model, not of a version.
     *
     * @throws NotInTrackingException where it is not registered
     */
    public void setModelTag(String name, String key, String value) {
        http.post("registered-models/set-tag", Map.of("name", name, "key", key, "value", value));
    }

    /** Also where there is no such tag. */
    public void deleteTag(String name, int version, String key) {
        http.delete(
                "model-versions/delete-tag", Map.of("name", name, "version", Integer.toString(version), "key", key));
    }

    private void createModel(String name) {
        try {
            http.post("registered-models/create", Map.of("name", name));
        } catch (TrackingException e) {
            // Somebody else may have been faster.
            if (http.find("registered-models/get", Map.of("name", name)).isEmpty()) {
                throw e;
            }
        }
    }

    private List<JsonNode> pages(String call, Map<String, String> search, String property) {
        List<JsonNode> found = new ArrayList<>();
        Map<String, String> query = new HashMap<>(search);
        String next = "";
        do {
            JsonNode answer = http.get(call, query);
            answer.path(property).forEach(found::add);
            next = answer.path("next_page_token").asString("");
            query.put("page_token", next);
        } while (!next.isEmpty());
        return found;
    }

    private static RegisteredModel model(JsonNode node) {
        Map<String, Integer> aliases = new HashMap<>();
        for (JsonNode alias : node.path("aliases")) {
            aliases.put(
                    alias.path("alias").asString(),
                    Integer.parseInt(alias.path("version").asString()));
        }
        return new RegisteredModel(
                node.path("name").asString(),
                aliases,
                node.path("latest_versions")
                        .valueStream()
                        .map(ModelRegistry::version)
                        .toList(),
                tags(node));
    }

    private static RegisteredModelVersion version(JsonNode node) {
        return new RegisteredModelVersion(
                node.path("name").asString(),
                Integer.parseInt(node.path("version").asString()),
                node.path("run_id").asString(""),
                tags(node));
    }

    private static Map<String, String> tags(JsonNode node) {
        Map<String, String> tags = new HashMap<>();
        for (JsonNode tag : node.path("tags")) {
            tags.put(tag.path("key").asString(), tag.path("value").asString(""));
        }
        return tags;
    }
}
