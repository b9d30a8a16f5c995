package io.loanflow.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.testsupport.MlflowExtension;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class MlflowRunsIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static MlflowRuns runs;
    private static MlflowHttp http;

    @BeforeAll
    static void connect() {
        runs = new MlflowRuns(MLFLOW.trackingUri());
        http = new MlflowHttp(MLFLOW.trackingUri());
    }

    @Test
    void anExperimentIsMadeOnceInTheViewForModels() {
        String id = runs.experiment("runs-once");
        assertThat(runs.experiment("runs-once")).isEqualTo(id);
        assertThat(http.get("experiments/get", Map.of("experiment_id", id))
                        .at("/experiment/tags")
                        .toString())
                .contains("mlflow.experimentKind", "custom_model_development");
    }

    @Test
    void aDeletedExperimentIsRestored() {
        String id = runs.experiment("runs-deleted");
        http.post("experiments/delete", Map.of("experiment_id", id));
        assertThat(runs.experiment("runs-deleted")).isEqualTo(id);
        assertThat(runs.findOrCreate(id, "run", "key", "1").finished()).isFalse();
    }

    @Test
    void aRunIsFoundByItsTagBeforeItIsMade() {
        String experiment = runs.experiment("runs-tag");
        assertThat(runs.find(experiment, "key", "1")).isEmpty();
        TrackedRun run = runs.findOrCreate(experiment, "first", "key", "1");
        assertThat(runs.findOrCreate(experiment, "second", "key", "1")).isEqualTo(run);
        assertThat(runs.findOrCreate(experiment, "other", "key", "2").id()).isNotEqualTo(run.id());
        assertThat(run.page())
                .isEqualTo(MLFLOW.trackingUri() + "/#/experiments/" + experiment + "/runs/" + run.id()
                        + "?workflowType=machine_learning");
    }

    @Test
    void aNestedRunIsMadeOnceUnderItsParent() {
        TrackedRun parent = runs.findOrCreate(runs.experiment("runs-nested"), "parent", "key", "1");
        TrackedRun nested = runs.findOrCreateNested(parent, "nested", "candidate", "1/0");
        assertThat(runs.findOrCreateNested(parent, "again", "candidate", "1/0")).isEqualTo(nested);
        assertThat(nested.experimentId()).isEqualTo(parent.experimentId());
        assertThat(nested.tags()).containsEntry("mlflow.parentRunId", parent.id());
    }

    @Test
    void theNewestRunThatEndedWellIsFound() {
        String experiment = runs.experiment("runs-newest");
        TrackedRun first = runs.findOrCreate(experiment, "first", "key", "1");
        TrackedRun second = runs.findOrCreate(experiment, "second", "key", "2");
        runs.findOrCreate(experiment, "third", "key", "3");
        Map.of(first, "x", second, "x")
                .forEach((run, value) -> runs.log(run, new RunContent(Map.of(), Map.of(), Map.of("of", value))));
        assertThat(runs.findNewestFinished(experiment, "of", "x")).isEmpty();
        runs.finish(second);
        runs.finish(first);
        assertThat(runs.findNewestFinished(experiment, "of", "x").orElseThrow().id())
                .isEqualTo(second.id());
    }

    @Test
    void stepsMakeACurveAndTheSameAgainChangesNothing() {
        TrackedRun run = runs.findOrCreate(runs.experiment("runs-steps"), "run", "key", "1");
        runs.logStep(run, 25, Map.of("cv_log_loss", 0.2));
        runs.logStep(run, 50, Map.of("cv_log_loss", 0.1));
        runs.logStep(run, 50, Map.of("cv_log_loss", 0.1));
        JsonNode history = http.get("metrics/get-history", Map.of("run_id", run.id(), "metric_key", "cv_log_loss"));
        assertThat(history.path("metrics")
                        .valueStream()
                        .map(metric -> metric.path("step").asInt()))
                .containsExactly(25, 50);
        assertThat(runs.run(run.id()).metrics()).containsEntry("cv_log_loss", 0.1);
    }

    @Test
    void loggingAgainChangesNothing() {
        TrackedRun run = runs.findOrCreate(runs.experiment("runs-log"), "run", "key", "1");
        RunContent content = new RunContent(
                Map.of("trees", "20"),
                Map.of("accuracy", 0.1 + 0.2, "slice/a.b c.f1", 1e-17),
                Map.of("origin", "file"));
        runs.log(run, content);
        runs.log(run, content);
        runs.finish(run);
        runs.finish(run);

        TrackedRun logged = runs.run(run.id());
        assertThat(logged.finished()).isTrue();
        assertThat(logged.metrics()).isEqualTo(content.metrics());
        assertThat(logged.tags()).containsEntry("origin", "file").containsEntry("key", "1");
        assertThat(history(run, "accuracy")).hasSize(1);
    }

    @Test
    void aMetricThatIsThereKeepsItsFirstValue() {
        TrackedRun run = runs.findOrCreate(runs.experiment("runs-first"), "run", "key", "1");
        runs.log(run, new RunContent(Map.of(), Map.of("seconds", 1.0), Map.of()));
        runs.log(run, new RunContent(Map.of(), Map.of("seconds", 2.0), Map.of()));
        assertThat(runs.run(run.id()).metrics()).containsEntry("seconds", 1.0);
        assertThat(history(run, "seconds")).hasSize(1);
    }

    @Test
    void moreMetricsThanOneBatchTakesAreAllLogged() {
        TrackedRun run = runs.findOrCreate(runs.experiment("runs-many"), "run", "key", "1");
        Map<String, Double> many = new LinkedHashMap<>();
        for (int i = 0; i < 1500; i++) {
            many.put("metric-" + i, (double) i);
        }
        runs.log(run, new RunContent(Map.of(), many, Map.of()));
        assertThat(runs.run(run.id()).metrics()).hasSize(1500);
    }

    @Test
    void anExperimentIsDescribedWhereNobodyHasDoneSo() {
        String experiment = runs.experiment("runs-described");
        runs.describe(experiment, "What it is");
        runs.describe(experiment, "Something else");

        assertThat(http.get("experiments/get", Map.of("experiment_id", experiment))
                        .at("/experiment/tags")
                        .valueStream()
                        .filter(tag -> tag.path("key").asString().equals("mlflow.note.content"))
                        .map(tag -> tag.path("value").asString()))
                .containsExactly("What it is");
    }

    @Test
    void theDataIsNamedOnce() {
        TrackedRun run = runs.findOrCreate(runs.experiment("runs-data"), "run", "key", "1");
        DatasetInput input = new DatasetInput(
                new DatasetRef("tiny", 1, "dd", 3, 10, "ab".repeat(32), DataOrigin.SYNTHETIC),
                TestDataset.DEFINITION,
                "training");
        runs.logDataset(run, input);
        runs.logDataset(run, input);
        JsonNode inputs = http.get("runs/get", Map.of("run_id", run.id())).at("/run/inputs/dataset_inputs");
        assertThat(inputs).hasSize(1);
        assertThat(inputs.at("/0/dataset/name").asString()).isEqualTo("tiny");
        assertThat(inputs.at("/0/dataset/source_type").asString()).isEqualTo("code");
        assertThat(inputs.at("/0/dataset/source").asString()).contains("SYNTHETIC", "\"load_id\":\"3\"");
        assertThat(inputs.at("/0/tags/0/value").asString()).isEqualTo("training");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        MlflowRuns nobody = new MlflowRuns(URI.create("http://127.0.0.1:1"));
        assertThatThrownBy(() -> nobody.experiment("any"))
                .isInstanceOf(TrackingException.class)
                .hasMessageContaining("http://127.0.0.1:1")
                .hasMessageContaining("MLFLOW_TRACKING_URI");
        assertThatThrownBy(() -> nobody.run("any"))
                .isInstanceOf(TrackingException.class)
                .hasMessageContaining("http://127.0.0.1:1");
    }

    private static JsonNode history(TrackedRun run, String metric) {
        return http.get("metrics/get-history", Map.of("run_id", run.id(), "metric_key", metric))
                .path("metrics");
    }
}
