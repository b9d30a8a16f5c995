package io.loanflow.tracking;

import io.loanflow.contracts.ingestion.DatasetRef;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Experiments and runs, found before they are created, so that a retry logs nothing twice. */
public final class MlflowRuns {

    private static final String KIND_TAG = "mlflow.experimentKind";
    /** The kind whose page has runs, charts and comparison; without it MLflow 3 shows its view for chat applications. */
    private static final String KIND = "custom_model_development";
    /** Of a page: the menu for model training. */
    private static final String VIEW = "?workflowType=machine_learning";

    /** Of a run: under which other it is shown. */
    private static final String PARENT_TAG = "mlflow.parentRunId";

    /** Of an experiment or a run: its description. */
    private static final String NOTE_TAG = "mlflow.note.content";

    private static final String FINISHED = "FINISHED";
    private static final int DIGEST_LIMIT = 36;
    /** MLflow's limit for one batch. */
    private static final int MOST_METRICS = 1000;

    private final MlflowHttp http;
    private final String pages;

    public MlflowRuns(URI trackingUri) {
        this(trackingUri, null);
    }

    /** @param publicUri where people reach MLflow, for links; null for the same address */
    public MlflowRuns(URI trackingUri, @Nullable URI publicUri) {
        http = new MlflowHttp(trackingUri);
        pages = TrackingServer.of(publicUri == null ? trackingUri : publicUri).base();
    }

    /** Id of the experiment of this name, made if there is none. */
    public String experiment(String name) {
        Optional<String> id = findExperiment(name);
        if (id.isPresent()) {
            return id.get();
        }
        Map<String, Object> experiment = Map.of("name", name, "tags", MlflowHttp.keysAndValues(Map.of(KIND_TAG, KIND)));
        try {
            return http.post("experiments/create", experiment)
                    .path("experiment_id")
                    .asString();
        } catch (TrackingException e) {
            // Somebody else may have been faster.
            return findExperiment(name).orElseThrow(() -> e);
        }
    }

    /**
     * Says what an experiment is, where nobody has said it.
     *
     * @param description Markdown
     */
    public void describe(String experimentId, String description) {
        boolean isDescribed = http.get("experiments/get", Map.of("experiment_id", experimentId))
                .at("/experiment/tags")
                .valueStream()
                .anyMatch(tag -> tag.path("key").asString().equals(NOTE_TAG));
        if (!isDescribed) {
            http.post(
                    "experiments/set-experiment-tag",
                    Map.of("experiment_id", experimentId, "key", NOTE_TAG, "value", description));
        }
    }

    /** The oldest run with this tag. */
    public Optional<TrackedRun> find(String experimentId, String tag, String value) {
        return first(experimentId, tagged(tag, value), "ASC");
    }

    /** The newest run with this tag that ended well. */
    public Optional<TrackedRun> findNewestFinished(String experimentId, String tag, String value) {
        return first(experimentId, tagged(tag, value) + " and attributes.status = '" + FINISHED + "'", "DESC");
    }

    private static String tagged(String tag, String value) {
        return "tags.`" + tag + "` = '" + value + "'";
    }

    private Optional<TrackedRun> first(String experimentId, String filter, String order) {
        Map<String, Object> search = Map.of(
                "experiment_ids",
                List.of(experimentId),
                "filter",
                filter,
                "run_view_type",
                "ACTIVE_ONLY",
                "max_results",
                1,
                "order_by",
                List.of("attributes.start_time " + order));
        return http.post("runs/search", search)
                .path("runs")
                .valueStream()
                .findFirst()
                .map(this::tracked);
    }

    /** The oldest run with this tag, or a new one of this name that has it. */
    public TrackedRun findOrCreate(String experimentId, String name, String tag, String value) {
        return find(experimentId, tag, value).orElseGet(() -> create(experimentId, name, Map.of(tag, value)));
    }

    /** The same, of a run that MLflow shows under another. */
    public TrackedRun findOrCreateNested(TrackedRun parent, String name, String tag, String value) {
        String experimentId = parent.experimentId();
        return find(experimentId, tag, value)
                .orElseGet(() -> create(experimentId, name, Map.of(tag, value, PARENT_TAG, parent.id())));
    }

    /** @throws NotInTrackingException if there is no such run */
    public TrackedRun run(String runId) {
        return tracked(http.get("runs/get", Map.of("run_id", runId)).path("run"));
    }

    /**
     * What a run recorded as its parameters, by name.
     *
     * @throws NotInTrackingException if there is no such run
     */
    public Map<String, String> parameters(String runId) {
        Map<String, String> parameters = new HashMap<>();
        http.get("runs/get", Map.of("run_id", runId))
                .at("/run/data/params")
                .forEach(parameter -> parameters.put(
                        parameter.path("key").asString(),
                        parameter.path("value").asString("")));
        return parameters;
    }

    /** Adds parameters, tags and those metrics that the run does not have yet. */
    public void log(TrackedRun run, RunContent content) {
        Map<String, Double> known = run(run.id()).metrics();
        Map<String, Double> unknown = new LinkedHashMap<>(content.metrics());
        unknown.keySet().removeAll(known.keySet());
        logBatch(
                run,
                Map.of(
                        "params", MlflowHttp.keysAndValues(content.parameters()),
                        "tags", MlflowHttp.keysAndValues(content.tags())));
        List<Map<String, Object>> metrics = metrics(run, 0, unknown);
        for (int from = 0; from < metrics.size(); from += MOST_METRICS) {
            logBatch(run, Map.of("metrics", metrics.subList(from, Math.min(metrics.size(), from + MOST_METRICS))));
        }
    }

    /** Adds values of metrics that rise or fall by steps; the same again changes nothing. */
    public void logStep(TrackedRun run, int step, Map<String, Double> values) {
        logBatch(run, Map.of("metrics", metrics(run, step, values)));
    }

    /**
     * Puts values in the place of earlier ones of the same step: those stay in the metric's history, but of a step MLflow shows the latest. The
     * same again changes nothing.
     *
     * @param revision a later one has a greater number; above 0
     */
    public void reviseStep(TrackedRun run, int step, int revision, Map<String, Double> values) {
        logBatch(run, Map.of("metrics", metrics(run.startMillis() + revision, step, values)));
    }

    /** The run's own time, so that the same value again is the same entry. */
    private static List<Map<String, Object>> metrics(TrackedRun run, int step, Map<String, Double> values) {
        return metrics(run.startMillis(), step, values);
    }

    private static List<Map<String, Object>> metrics(long millis, int step, Map<String, Double> values) {
        return values.entrySet().stream()
                .map(value -> Map.<String, Object>of(
                        "key", value.getKey(), "value", value.getValue(), "timestamp", millis, "step", step))
                .toList();
    }

    private void logBatch(TrackedRun run, Map<String, ?> batch) {
        Map<String, Object> body = new HashMap<>(batch);
        body.put("run_id", run.id());
        http.post("runs/log-batch", body);
    }

    /** Says which data the run was made from; the same data again changes nothing. */
    public void logDataset(TrackedRun run, DatasetInput input) {
        DatasetRef load = input.load();
        List<Map<String, Object>> columns = new ArrayList<>();
        input.definition()
                .columns()
                .forEach(column -> columns.add(Map.of(
                        "type",
                        column.type().isNumeric() ? "double" : "string",
                        "name",
                        column.name(),
                        "required",
                        !column.missingAllowed())));
        Map<String, String> dataset = Map.of(
                "name", load.dataset(),
                "digest", load.sha256().substring(0, Math.min(load.sha256().length(), DIGEST_LIMIT)),
                // The type of MLflow's own for data that a program has made; it says what is known of them in tags.
                "source_type", "code",
                "source",
                        MlflowHttp.JSON.writeValueAsString(Map.of(
                                "tags",
                                Map.of(
                                        "mlflow.source.name", "ingestion-service",
                                        "mlflow.source.type", "JOB",
                                        "dataset", load.dataset(),
                                        "load_id", Long.toString(load.loadId()),
                                        "sha256", load.sha256(),
                                        "origin", load.origin().name()))),
                "schema", MlflowHttp.JSON.writeValueAsString(Map.of("mlflow_colspec", columns)),
                "profile", MlflowHttp.JSON.writeValueAsString(Map.of("num_rows", load.rows())));
        List<Map<String, String>> tags = List.of(Map.of("key", "mlflow.data.context", "value", input.context()));
        http.post(
                "runs/log-inputs",
                Map.of("run_id", run.id(), "datasets", List.of(Map.of("tags", tags, "dataset", dataset))));
    }

    /** Marks the run as ended well. */
    public void finish(TrackedRun run) {
        http.post(
                "runs/update", Map.of("run_id", run.id(), "status", FINISHED, "end_time", System.currentTimeMillis()));
    }

    /** Marks the run as ended badly: as stopped by somebody, or as failed. */
    public void abandon(TrackedRun run, boolean stopped) {
        http.post(
                "runs/update",
                Map.of(
                        "run_id",
                        run.id(),
                        "status",
                        stopped ? "KILLED" : "FAILED",
                        "end_time",
                        System.currentTimeMillis()));
    }

    /** Marks the run as under way, also one that ended badly before. */
    public void resume(TrackedRun run) {
        http.post("runs/update", Map.of("run_id", run.id(), "status", "RUNNING"));
    }

    public void rename(TrackedRun run, String name) {
        http.post("runs/update", Map.of("run_id", run.id(), "run_name", name));
    }

    private Optional<String> findExperiment(String name) {
        return http.find("experiments/get-by-name", Map.of("experiment_name", name))
                .map(answer -> restored(answer.path("experiment")));
    }

    /** A deleted experiment keeps its name, so it is the only one that can have it. */
    private String restored(JsonNode experiment) {
        String id = experiment.path("experiment_id").asString();
        if (experiment.path("lifecycle_stage").asString().equals("deleted")) {
            http.post("experiments/restore", Map.of("experiment_id", id));
        }
        return id;
    }

    private TrackedRun create(String experimentId, String name, Map<String, String> tags) {
        JsonNode answer = http.post(
                "runs/create",
                Map.of(
                        "experiment_id",
                        experimentId,
                        "run_name",
                        name,
                        "start_time",
                        System.currentTimeMillis(),
                        "tags",
                        MlflowHttp.keysAndValues(tags)));
        return tracked(answer.path("run"));
    }

    private TrackedRun tracked(JsonNode run) {
        JsonNode info = run.path("info");
        Map<String, Double> metrics = new HashMap<>();
        run.at("/data/metrics")
                .forEach(metric -> metrics.put(
                        metric.path("key").asString(), metric.path("value").asDouble()));
        Map<String, String> tags = new HashMap<>();
        run.at("/data/tags")
                .forEach(tag ->
                        tags.put(tag.path("key").asString(), tag.path("value").asString("")));
        String experimentId = info.path("experiment_id").asString();
        String id = info.path("run_id").asString();
        return new TrackedRun(
                experimentId,
                id,
                info.path("artifact_uri").asString(),
                info.path("status").asString().equals(FINISHED),
                info.path("start_time").asLong(),
                metrics,
                tags,
                pages + "/#/experiments/" + experimentId + "/runs/" + id + VIEW);
    }
}
