package io.loanflow.tracking;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** MLflow 3's list of models, in the Models tab of an experiment. Its entries refer to runs and registered versions, and have files of their own. */
public final class LoggedModels {

    private static final String READY = "LOGGED_MODEL_READY";
    private static final String CLASSIFIER = "classifier";
    /** Which registered versions were made of a model; MLflow's pages link them. */
    private static final String VERSIONS_TAG = "mlflow.modelVersions";

    private final MlflowHttp http;

    public LoggedModels(URI trackingUri) {
        http = new MlflowHttp(trackingUri);
    }

    /**
     * The entry for the model of a run, made where there is none. It is pending until it is {@link #list}ed.
     *
     * @param name of the data set's model
     * @param parameters of the run
     */
    public LoggedModel open(TrackedRun run, String name, Map<String, String> parameters) {
        return find(run).orElseGet(() -> create(run, name, parameters));
    }

    /**
     * Writes one of its files, replacing the one that was there.
     *
     * @param path relative, such as {@code encoder.json}
     */
    public void upload(LoggedModel model, String path, byte[] content) {
        String root = MlflowArtifacts.root(http, "logged model " + model.id(), model.artifactUri());
        http.putArtifact(root + "/" + path, content);
    }

    /** Lists it with the run's metrics and the version that was made of it; again changes nothing. */
    public void list(TrackedRun run, LoggedModel model, RegisteredModelVersion version, RunContent content) {
        http.post("runs/log-batch", Map.of("run_id", run.id(), "metrics", metrics(run, model.id(), content)));
        if (!isOutput(run, model.id())) {
            http.post(
                    "runs/outputs",
                    Map.of("run_id", run.id(), "models", List.of(Map.of("model_id", model.id(), "step", 0))));
        }
        http.patch(
                "logged-models/" + model.id() + "/tags",
                Map.of("tags", MlflowHttp.keysAndValues(tags(version, content))));
        http.patch("logged-models/" + model.id(), Map.of("model_id", model.id(), "status", READY));
    }

    private static Map<String, String> tags(RegisteredModelVersion version, RunContent content) {
        Map<String, String> tags = new HashMap<>(content.tags());
        tags.put(
                VERSIONS_TAG,
                MlflowHttp.JSON.writeValueAsString(
                        List.of(Map.of("name", version.name(), "version", version.version()))));
        return tags;
    }

    private Optional<LoggedModel> find(TrackedRun run) {
        JsonNode answer = http.post(
                "logged-models/search",
                Map.of("experiment_ids", List.of(run.experimentId()), "filter", "source_run_id = '" + run.id() + "'"));
        return answer.path("models").valueStream().findFirst().map(LoggedModels::model);
    }

    private LoggedModel create(TrackedRun run, String name, Map<String, String> parameters) {
        return model(http.post(
                        "logged-models",
                        Map.of(
                                "experiment_id", run.experimentId(),
                                "name", name,
                                "source_run_id", run.id(),
                                "model_type", CLASSIFIER,
                                "params", MlflowHttp.keysAndValues(parameters)))
                .path("model"));
    }

    /** The same time stamp as in the run, which keeps them from being there twice. */
    private static List<Map<String, Object>> metrics(TrackedRun run, String model, RunContent content) {
        return content.metrics().entrySet().stream()
                .map(metric -> Map.<String, Object>of(
                        "key", metric.getKey(),
                        "value", metric.getValue(),
                        "timestamp", run.startMillis(),
                        "step", 0,
                        "model_id", model))
                .toList();
    }

    private boolean isOutput(TrackedRun run, String model) {
        return http.get("runs/get", Map.of("run_id", run.id()))
                .at("/run/outputs/model_outputs")
                .valueStream()
                .anyMatch(output -> output.path("model_id").asString().equals(model));
    }

    private static LoggedModel model(JsonNode model) {
        JsonNode info = model.path("info");
        return new LoggedModel(
                info.path("model_id").asString(), info.path("artifact_uri").asString());
    }
}
