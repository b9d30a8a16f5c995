package io.loanflow.tracking;

import io.loanflow.contracts.ingestion.DatasetRef;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import tools.jackson.databind.JsonNode;

/** Experiments and runs, found before they are created, so that a retry logs nothing twice. */
public final class MlflowRuns implements AutoCloseable {

    private static final String KIND_TAG = "mlflow.experimentKind";
    /** The kind whose page has runs, charts and comparison; without it MLflow 3 shows its view for chat applications. */
    private static final String KIND = "custom_model_development";
    /** Of a page: the menu for model training. */
    private static final String VIEW = "?workflowType=machine_learning";

    /** Of a run: under which other it is shown. */
    private static final String PARENT_TAG = "mlflow.parentRunId";

    private static final int DIGEST_LIMIT = 36;
    /** MLflow's limit for one batch. */
    private static final int MOST_METRICS = 1000;

    private final MlflowHttp http;
    private final BoundedClient client;
    private final String pages;

    public MlflowRuns(URI trackingUri) {
        this(trackingUri, null);
    }

    /** @param publicUri where people reach MLflow, for links; null for the same address */
    public MlflowRuns(URI trackingUri, @Nullable URI publicUri) {
        http = new MlflowHttp(trackingUri);
        pages = TrackingServer.of(publicUri == null ? trackingUri : publicUri).base();
        client = new BoundedClient(http.server());
    }

    /** Id of the experiment of this name, made if there is none. */
    public String experiment(String name) {
        Optional<String> id = findExperiment(name);
        if (id.isPresent()) {
            return id.get();
        }
        CreateExperiment request = CreateExperiment.newBuilder()
                .setName(name)
                .addTags(ExperimentTag.newBuilder().setKey(KIND_TAG).setValue(KIND))
                .build();
        try {
            return client.call("create experiment " + name, mlflow -> mlflow.createExperiment(request));
        } catch (TrackingException e) {
            // Somebody else may have been faster.
            return findExperiment(name).orElseThrow(() -> e);
        }
    }

    /** The oldest run with this tag. */
    public Optional<TrackedRun> find(String experimentId, String tag, String value) {
        return first(experimentId, tagged(tag, value), "ASC");
    }

    /** The newest run with this tag that ended well. */
    public Optional<TrackedRun> findNewestFinished(String experimentId, String tag, String value) {
        return first(experimentId, tagged(tag, value) + " and attributes.status = 'FINISHED'", "DESC");
    }

    private static String tagged(String tag, String value) {
        return "tags.`" + tag + "` = '" + value + "'";
    }

    private Optional<TrackedRun> first(String experimentId, String filter, String order) {
        List<Run> runs = client.call(
                "find the run with " + filter,
                mlflow -> mlflow.searchRuns(
                                List.of(experimentId),
                                filter,
                                ViewType.ACTIVE_ONLY,
                                1,
                                List.of("attributes.start_time " + order))
                        .getItems());
        return runs.stream().findFirst().map(this::tracked);
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

    /** @throws TrackingException if there is no such run */
    public TrackedRun run(String runId) {
        return tracked(client.call("read run " + runId, mlflow -> mlflow.getRun(runId)));
    }

    /** Adds parameters, tags and those metrics that the run does not have yet. */
    public void log(TrackedRun run, RunContent content) {
        Map<String, Double> known = run(run.id()).metrics();
        List<Metric> metrics = new ArrayList<>();
        content.metrics().forEach((key, value) -> {
            if (!known.containsKey(key)) {
                metrics.add(Metric.newBuilder()
                        .setKey(key)
                        .setValue(value)
                        .setTimestamp(run.startMillis())
                        .build());
            }
        });
        List<Param> parameters = content.parameters().entrySet().stream()
                .map(entry -> Param.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(entry.getValue())
                        .build())
                .toList();
        List<RunTag> tags = tags(content.tags());
        client.run("log to run " + run.id(), mlflow -> mlflow.logBatch(run.id(), List.of(), parameters, tags));
        for (int from = 0; from < metrics.size(); from += MOST_METRICS) {
            List<Metric> some = metrics.subList(from, Math.min(metrics.size(), from + MOST_METRICS));
            client.run(
                    "log metrics to run " + run.id(), mlflow -> mlflow.logBatch(run.id(), some, List.of(), List.of()));
        }
    }

    /** Adds values of metrics that rise or fall by steps; the same again changes nothing. */
    public void logStep(TrackedRun run, int step, Map<String, Double> values) {
        List<Metric> metrics = values.entrySet().stream()
                .map(value -> Metric.newBuilder()
                        .setKey(value.getKey())
                        .setValue(value.getValue())
                        .setTimestamp(run.startMillis())
                        .setStep(step)
                        .build())
                .toList();
        client.run(
                "log metrics to run " + run.id(), mlflow -> mlflow.logBatch(run.id(), metrics, List.of(), List.of()));
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
                "source_type", "loanflow",
                "source",
                        MlflowHttp.JSON.writeValueAsString(Map.of(
                                "dataset", load.dataset(),
                                "loadId", load.loadId(),
                                "sha256", load.sha256(),
                                "origin", load.origin())),
                "schema", MlflowHttp.JSON.writeValueAsString(Map.of("mlflow_colspec", columns)),
                "profile", MlflowHttp.JSON.writeValueAsString(Map.of("num_rows", load.rows())));
        List<Map<String, String>> tags = List.of(Map.of("key", "mlflow.data.context", "value", input.context()));
        http.post(
                "runs/log-inputs",
                Map.of("run_id", run.id(), "datasets", List.of(Map.of("tags", tags, "dataset", dataset))));
    }

    /** Marks the run as ended well. */
    public void finish(TrackedRun run) {
        client.run("finish run " + run.id(), mlflow -> mlflow.setTerminated(run.id(), RunStatus.FINISHED));
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

    @Override
    public void close() {
        client.close();
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
        CreateRun request = CreateRun.newBuilder()
                .setExperimentId(experimentId)
                .setRunName(name)
                .setStartTime(System.currentTimeMillis())
                .addAllTags(tags(tags))
                .build();
        String id = client.call(
                "create a run in experiment " + experimentId,
                mlflow -> mlflow.createRun(request).getRunId());
        return run(id);
    }

    private static List<RunTag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(entry -> RunTag.newBuilder()
                        .setKey(entry.getKey())
                        .setValue(entry.getValue())
                        .build())
                .toList();
    }

    private TrackedRun tracked(Run run) {
        Map<String, Double> metrics = new HashMap<>();
        run.getData().getMetricsList().forEach(metric -> metrics.put(metric.getKey(), metric.getValue()));
        Map<String, String> tags = new HashMap<>();
        run.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        String experimentId = run.getInfo().getExperimentId();
        String id = run.getInfo().getRunId();
        return new TrackedRun(
                experimentId,
                id,
                run.getInfo().getArtifactUri(),
                run.getInfo().getStatus() == RunStatus.FINISHED,
                run.getInfo().getStartTime(),
                metrics,
                tags,
                pages + "/#/experiments/" + experimentId + "/runs/" + id + VIEW);
    }
}
