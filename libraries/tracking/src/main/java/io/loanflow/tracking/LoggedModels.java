package io.loanflow.tracking;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** MLflow 3's list of models, in the Models tab of an experiment. Its entries refer to runs and registered versions. */
public final class LoggedModels {

    private static final String READY = "LOGGED_MODEL_READY";
    private static final String CLASSIFIER = "classifier";
    /** Which registered versions were made of a model; MLflow's pages link them. */
    private static final String VERSIONS_TAG = "mlflow.modelVersions";

    private final MlflowHttp http;

    public LoggedModels(URI trackingUri) {
        http = new MlflowHttp(trackingUri);
    }

    /** Lists the model of a run with the run's parameters and metrics; again changes nothing. */
    public void list(TrackedRun run, RegisteredModelVersion version, RunContent content) {
        String model = find(run).orElseGet(() -> create(run, version, content));
        http.post("runs/log-batch", Map.of("run_id", run.id(), "metrics", metrics(run, model, content)));
        if (!isOutput(run, model)) {
            http.post(
                    "runs/outputs",
                    Map.of("run_id", run.id(), "models", List.of(Map.of("model_id", model, "step", 0))));
        }
        http.patch("logged-models/" + model, Map.of("model_id", model, "status", READY));
    }

    private Optional<String> find(TrackedRun run) {
        JsonNode answer = http.post(
                "logged-models/search",
                Map.of("experiment_ids", List.of(run.experimentId()), "filter", "source_run_id = '" + run.id() + "'"));
        return answer.path("models").valueStream().findFirst().map(LoggedModels::id);
    }

    private String create(TrackedRun run, RegisteredModelVersion version, RunContent content) {
        String versions = MlflowHttp.JSON.writeValueAsString(
                List.of(Map.of("name", version.name(), "version", version.version())));
        Map<String, String> tags = new HashMap<>(content.tags());
        tags.put(VERSIONS_TAG, versions);
        return id(http.post(
                        "logged-models",
                        Map.of(
                                "experiment_id", run.experimentId(),
                                "name", version.name() + "-" + version.version(),
                                "source_run_id", run.id(),
                                "model_type", CLASSIFIER,
                                "params", MlflowHttp.keysAndValues(content.parameters()),
                                "tags", MlflowHttp.keysAndValues(tags)))
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

    private static String id(JsonNode model) {
        return model.path("info").path("model_id").asString();
    }
}
