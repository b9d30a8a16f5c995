package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageState;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.testsupport.LoanData;
import io.temporal.api.common.v1.WorkflowExecution;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs of the published file in containers, each from its load to its model, with or without a container killed in the middle. */
final class ContainerRuns {

    static final int VALID_ROWS = 44_990;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ContainerStackExtension stack;
    private final Path directory;
    private final HttpClient http = HttpClient.newHttpClient();
    private int files;

    /** @param directory for the files of the runs */
    ContainerRuns(ContainerStackExtension stack, Path directory) {
        this.stack = stack;
        this.directory = directory;
    }

    /**
     * Kills a container as soon as a stage has begun, and starts it again.
     *
     * @param container name of its service
     */
    record Fault(Stage stage, String container) {}

    /**
     * What is to be the same with and without a fault.
     *
     * @param code of the command
     * @param text what it printed
     * @param rows stored, by their numbers
     * @param duplicates rows of a number that is there already
     * @param mlflowRuns of the workflow
     * @param versions registered for its MLflow run
     * @param digest of the model
     * @param version of the model
     */
    record Result(
            int code,
            String text,
            double seconds,
            long rows,
            long duplicates,
            int mlflowRuns,
            int versions,
            String digest,
            int version) {}

    /**
     * A run of rows that no other run has loaded: the published ones, and a wrong one that differs. Their model is forgotten first, so that
     * it is made again.
     */
    Result run(@Nullable Fault fault) throws Exception {
        forgetModels();
        long begun = System.nanoTime();
        Running command = stack.program().start("run", "--data", file().toString());
        WorkflowExecution run = FaultIT.run(command);
        try (PipelineClient client = new PipelineClient(stack.connections().temporalAddress(), "default")) {
            if (fault != null) {
                await(client, run, command, fault.stage());
                ContainerStackExtension.docker("kill", stack.container(fault.container()));
                ContainerStackExtension.docker("start", stack.container(fault.container()));
            }
            Outcome outcome = command.await();
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertThat(outcome.code()).as("%s: %s", fault, outcome.text()).isZero();
            if (fault != null) {
                awaitHealth(stack.container(fault.container()));
            }
            return result(client.result(run), run, outcome, seconds);
        }
    }

    private Result result(PipelineResult result, WorkflowExecution run, Outcome outcome, double seconds)
            throws Exception {
        long load = result.ingestion().load().loadId();
        String[] counts = sql("SELECT COUNT(*), COUNT(DISTINCT row_no) FROM loan_rows WHERE load_id = " + load)
                .split("\t");
        return new Result(
                outcome.code(),
                outcome.text(),
                seconds,
                Long.parseLong(counts[1]),
                Long.parseLong(counts[0]) - Long.parseLong(counts[1]),
                runs("tags.workflow_id = '" + run.getWorkflowId() + "'").size(),
                versions("run_id = '" + result.training().model().runId() + "'").size(),
                result.training().model().digest(),
                result.training().model().version());
    }

    /** Of the database, as its own client prints it. */
    String sql(String statement) throws Exception {
        return ContainerStackExtension.docker(
                        "exec", stack.container("columnstore"), "mariadb", "-N", "-B", "loanflow", "-e", statement)
                .strip();
    }

    /** A run may end before a container that it needs no more is back. */
    private static void awaitHealth(String container) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> ContainerStackExtension.docker(
                                "inspect", "--format", "{{.State.Health.Status}}", container)
                        .strip()
                        .equals("healthy"));
    }

    private static void await(PipelineClient client, WorkflowExecution run, Running command, Stage stage) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(10, TimeUnit.MILLISECONDS)
                .until(() -> {
                    assertThat(command.isAlive()).as(command.text()).isTrue();
                    return client.look(run)
                            .filter(snapshot -> snapshot.progress() != null
                                    && snapshot.progress().stages().stream()
                                            .anyMatch(shown ->
                                                    shown.stage() == stage && shown.state() != StageState.WAITING))
                            .isPresent();
                });
    }

    private Path file() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(LoanData.file()));
        lines.add("144.0,male,Bachelor,%d.0,0,RENT,1000.0,PERSONAL,10.0,0.1,3.0,600,No,0".formatted(50_000 + files));
        return Files.write(directory.resolve("loan_data_" + ++files + ".csv"), lines);
    }

    private void forgetModels() throws Exception {
        for (JsonNode version : versions("name = 'loan'")) {
            mlflow(
                    "DELETE",
                    "model-versions/delete",
                    Map.of("name", "loan", "version", version.path("version").asString()));
        }
        for (JsonNode run : runs("")) {
            mlflow(
                    "POST",
                    "runs/delete",
                    Map.of("run_id", run.path("info").path("run_id").asString()));
        }
    }

    private JsonNode runs(String filter) throws Exception {
        JsonNode experiments = mlflow("POST", "experiments/search", Map.of("max_results", 100));
        List<String> ids = new ArrayList<>();
        experiments
                .path("experiments")
                .forEach(experiment -> ids.add(experiment.path("experiment_id").asString()));
        return mlflow("POST", "runs/search", Map.of("experiment_ids", ids, "filter", filter))
                .path("runs");
    }

    private JsonNode versions(String filter) throws Exception {
        String query = "filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return mlflow("GET", "model-versions/search?" + query, Map.of()).path("model_versions");
    }

    private JsonNode mlflow(String method, String path, Map<String, Object> body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(stack.connections().mlflow() + "/api/2.0/mlflow/" + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
