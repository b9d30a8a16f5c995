package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageState;
import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.pipeline.ActivityView;
import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.localstack.pipeline.RunSnapshot;
import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.testsupport.LoanData;
import io.temporal.api.common.v1.WorkflowExecution;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Servers and services fail in the middle of a run, and it ends right without a person. */
class FaultIT {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SMALL = 6_000;
    private static final int COPIES = 10;

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @TempDir
    Path directory;

    @Test
    void anIngestionServiceKilledInTheMiddleOfALoadLeavesExactlyTheValidRows() throws Exception {
        Path file = Files.writeString(directory.resolve("many.csv"), text(copies()));
        Running command = STACK.program().start("run", "--data", file.toString());
        WorkflowExecution run = run(command);
        await(command, run, FaultIT::isInTheMiddleOfALoad);

        kill("ingestion-service");

        RunSnapshot loaded = await(command, run, snapshot -> is(snapshot, Stage.INGEST, StageState.DONE));
        assertThat(command.text()).contains("ingestion-service had ended; starting again");
        String summary = loaded.progress().stages().get(0).summary();
        assertThat(summary).contains(String.format(Locale.ROOT, "%,d rows stored", COPIES * 44_990L));
        assertThat(storedRows(summary)).isEqualTo(COPIES * 44_990L);

        // What was to be shown is shown; a forest of so many rows takes minutes.
        withClient(client -> client.cancel(run));
        Outcome outcome = command.await();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("The run was cancelled.");
    }

    @Test
    void whatRedisLosesBetweenTwoStagesIsPreparedAgain() throws Exception {
        Path file = Files.writeString(directory.resolve("few.csv"), text(rows(0, SMALL)));
        signal("training-service", "STOP");
        Running command = STACK.program().start("run", "--data", file.toString());
        try {
            await(command, run(command), snapshot -> is(snapshot, Stage.PREPROCESS, StageState.DONE));
            try (RedisClient redis = RedisClient.create(connections().redisUrl())) {
                assertThat(redis.dbSize()).isPositive();
                redis.flushAll();
            }
        } finally {
            signal("training-service", "CONT");
        }

        Outcome outcome = command.await();

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("✓ train", "Verdict", String.format(Locale.ROOT, "%,d read", SMALL));
    }

    @Test
    void anMlflowServerKilledDuringTrainingCostsNothingButTime() throws Exception {
        Path file = Files.writeString(directory.resolve("others.csv"), text(rows(SMALL, 2 * SMALL)));
        Running command = STACK.program().start("run", "--data", file.toString());
        WorkflowExecution run = run(command);
        await(command, run, snapshot -> is(snapshot, Stage.TRAIN, StageState.RUNNING));

        kill("mlflow");

        Outcome outcome = command.await();
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("mlflow had ended; starting again", "✓ train", "Verdict");
        assertThat(mlflowRuns("tags.workflow_id = '" + run.getWorkflowId() + "'"))
                .hasSize(1);
    }

    @Test
    void aTuningWhoseProcessesAreKilledGoesOnWhereItWasAndTheForestGrowsInParts() throws Exception {
        Path file = Files.writeString(directory.resolve("more.csv"), text(rows(2 * SMALL, 3 * SMALL)));
        Running command = STACK.program()
                .start("run", "--data", file.toString(), "--tune", "--family", "forest", "--training-partitions", "2");
        WorkflowExecution run = run(command);
        String measured = "tags.tuning_candidate LIKE '%/%' and attributes.status = 'FINISHED'";
        Awaitility.await().atMost(PATIENCE).until(() -> {
            assertThat(command.isAlive()).as(command.text()).isTrue();
            return mlflowRuns(measured).size() >= 2;
        });

        kill("training-service");
        kill("workflow-worker");

        Outcome outcome = command.await();
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text())
                .containsPattern("! .*training-service.* had ended")
                .containsPattern("! .*workflow-worker.* had ended")
                .contains("✓ tune", "✓ train", "Verdict");
        assertThat(mlflowRuns("tags.workflow_id = '" + run.getWorkflowId() + "'"))
                .hasSize(1);
        assertThat(mlflowRuns("tags.tuning_key LIKE '%'")).hasSize(1);
        assertThat(mlflowRuns("tags.tuning_candidate LIKE '%/%'"))
                .extracting(candidate -> candidate.at("/info/run_name").asString())
                .hasSizeGreaterThan(2)
                .doesNotHaveDuplicates();
    }

    private static boolean isInTheMiddleOfALoad(RunSnapshot snapshot) {
        return snapshot.activities().stream()
                .map(ActivityView::progress)
                .anyMatch(progress -> progress != null && progress.done() > 45_000);
    }

    private static boolean is(RunSnapshot snapshot, Stage stage, StageState state) {
        return snapshot.progress() != null
                && snapshot.progress().stages().stream()
                        .anyMatch(shown -> shown.stage() == stage && shown.state() == state);
    }

    /** The run that a command has started. */
    static WorkflowExecution run(Running command) {
        Pattern id = Pattern.compile("Running the pipeline +(\\S+)");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !command.isAlive() || id.matcher(command.text()).find());
        Matcher started = id.matcher(command.text());
        assertThat(started.find()).as(command.text()).isTrue();
        return WorkflowExecution.newBuilder().setWorkflowId(started.group(1)).build();
    }

    private static RunSnapshot await(Running command, WorkflowExecution run, Predicate<RunSnapshot> condition) {
        AtomicReference<@Nullable RunSnapshot> seen = new AtomicReference<>();
        withClient(client -> Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(command.isAlive()).as(command.text()).isTrue();
                    seen.set(client.look(run).filter(condition).orElse(null));
                    return seen.get() != null;
                }));
        return Objects.requireNonNull(seen.get());
    }

    private static void withClient(Consumer<PipelineClient> work) {
        try (PipelineClient client = new PipelineClient(connections().temporalAddress(), "default")) {
            work.accept(client);
        }
    }

    private static StateDirectory state() {
        return new StateDirectory(STACK.program().state());
    }

    private static Connections connections() {
        return state().configuration().orElseThrow().connections();
    }

    private static void kill(String component) throws Exception {
        signal(component, "KILL");
    }

    private static void signal(String component, String signal) throws Exception {
        long pid = state().process(component).map(ServerProcess::pid).orElseThrow();
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    }

    /** @param summary names the load */
    private static long storedRows(String summary) throws Exception {
        Matcher load = Pattern.compile("load ([0-9]+)").matcher(summary);
        assertThat(load.find()).as(summary).isTrue();
        Connections connections = connections();
        try (Connection connection = DriverManager.getConnection(
                        connections.databaseUrl(), connections.databaseUser(), connections.databasePassword());
                PreparedStatement count = connection.prepareStatement("SELECT COUNT(DISTINCT " + BigTable.ROW_NUMBER
                        + "), COUNT(*) FROM loan_rows WHERE " + BigTable.LOAD_ID + " = ?")) {
            count.setLong(1, Long.parseLong(load.group(1)));
            try (ResultSet rows = count.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(rows.getLong(2));
                return rows.getLong(2);
            }
        }
    }

    private static List<JsonNode> mlflowRuns(String filter) throws Exception {
        String query = "{\"experiment_ids\": [\"1\"], \"filter\": \"" + filter + "\"}";
        HttpRequest search = HttpRequest.newBuilder(URI.create(connections().mlflow() + "/api/2.0/mlflow/runs/search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        HttpResponse<String> found = HttpClient.newHttpClient().send(search, HttpResponse.BodyHandlers.ofString());
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        return JsonMapper.builder()
                .build()
                .readTree(found.body())
                .path("runs")
                .valueStream()
                .toList();
    }

    /** The header and some rows of the published file. */
    private static List<String> rows(int from, int to) throws IOException {
        List<String> lines = Files.readAllLines(LoanData.file());
        List<String> chosen = new ArrayList<>(List.of(lines.get(0)));
        chosen.addAll(lines.subList(1 + from, 1 + to));
        return chosen;
    }

    private static List<String> copies() throws IOException {
        List<String> lines = Files.readAllLines(LoanData.file());
        List<String> copies = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 0; i < COPIES; i++) {
            copies.addAll(lines.subList(1, lines.size()));
        }
        return copies;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
