package io.loanflow.serving.decision;

import static io.loanflow.serving.fixture.RunningService.JSON;
import static io.loanflow.serving.fixture.RunningService.VALID;
import static io.loanflow.serving.fixture.RunningService.json;
import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.datasettables.TableEngine;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.fixture.LoanDefinition;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.ServingProcess;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MariaDbExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of decisions, with a real database, a real registry, and processes that are killed. */
class DecisionsIT {

    @RegisterExtension
    static final MariaDbExtension DATABASE = new MariaDbExtension();

    private static final String PREDICTIONS = "/api/v1/predictions";
    private static final ModelFolder MODEL = TrainedModel.explained(1).folder(DataOrigin.FILE);
    private static final int CLIENTS = 4;
    private static final String COLUMNSTORE = "LOANFLOW_TEST_COLUMNSTORE_URL";

    @TempDir
    private static Path servers;

    private static MlflowServer mlflow;
    private static ModelShelf shelf;

    @TempDir
    private Path directory;

    private final DecisionTables tables = DecisionTables.of(DATABASE);

    @BeforeAll
    static void start() {
        mlflow = MlflowServer.start(servers.resolve("mlflow"), FreePort.find());
        shelf = new ModelShelf(URI.create(mlflow.url()), "loan");
        shelf.promote(MODEL);
    }

    @AfterAll
    static void stop() {
        mlflow.close();
    }

    @BeforeEach
    void drop() throws SQLException {
        tables.drop();
    }

    @Test
    void noAnsweredDecisionIsMissingOrThereTwiceWheneverTheProcessIsKilled() throws Exception {
        eachAnswerIsThereOnceWheneverTheProcessIsKilled(tables);
    }

    @Test
    @EnabledIfEnvironmentVariable(named = COLUMNSTORE, matches = ".+")
    void norIsOneInColumnStoreWhichHasNoTransactions() throws Exception {
        DecisionTables columnStore = DecisionTables.columnStore(System.getenv(COLUMNSTORE));
        columnStore.drop();
        eachAnswerIsThereOnceWheneverTheProcessIsKilled(columnStore);
    }

    private void eachAnswerIsThereOnceWheneverTheProcessIsKilled(DecisionTables tables) throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        for (int more : List.of(40, 400, 1600)) {
            try (ServingProcess process = ServingProcess.start(directory.resolve("log"), settings(tables))) {
                process.awaitReady();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
                List<Future<?>> ended = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    ended.add(clients.submit(() -> askUntilKilled(process, answered)));
                }
                int enough = answered.size() + more;
                await().pollInterval(Duration.ofMillis(1)).until(() -> answered.size() >= enough);
                process.kill();
                for (Future<?> client : ended) {
                    client.get();
                }
                clients.shutdown();
            }
        }
        try (ServingProcess process = ServingProcess.start(directory.resolve("log"), settings(tables))) {
            process.awaitReady();
            await().until(() -> tables.ids().containsAll(answered) && segments().isEmpty());
        }
        assertThat(tables.ids()).doesNotHaveDuplicates();
        assertThat(tables.query("SELECT COUNT(*) FROM decision_shipment WHERE completed_at IS NOT NULL"))
                .isNotEqualTo(List.of("0"));
    }

    private static void askUntilKilled(ServingProcess process, Set<String> answered) {
        try {
            while (true) {
                HttpResponse<String> answer = process.predict();
                assertThat(answer.statusCode()).isEqualTo(200);
                answered.add(json(answer).path("decisionId").asString());
            }
        } catch (IOException e) {
            // Killed.
        }
    }

    @Test
    void eachRowOfABatchIsADecisionWithItsRecordAsItCame() {
        String spaced = VALID.replaceFirst(",", " ,\n\t");
        try (RunningService service = service(tables)) {
            service.awaitReady();
            JsonNode answers = json(service.post(
                            PREDICTIONS + "/batch", "{\"rows\": [" + VALID + ", {}, " + spaced + "]}"))
                    .path("answers");
            String first = answers.at("/0/prediction/decisionId").asString();
            String second = answers.at("/2/prediction/decisionId").asString();

            await().until(() -> tables.ids().size() == 2 && segments().isEmpty());

            assertThat(tables.ids()).containsExactlyInAnyOrder(first, second);
            assertThat(tables.query("SELECT record FROM loan_decisions WHERE decision_id = '" + second + "'"))
                    .containsExactly(spaced);
            assertThat(tables.query("SELECT person_age FROM loan_decisions"))
                    .extracting(Double::valueOf)
                    .containsOnly(JSON.readTree(VALID).path("person_age").asDouble());
            assertThat(tables.query("SELECT person_gender FROM loan_decisions")).containsOnlyNulls();
            JsonNode stored = json(service.get("/api/v1/decisions/" + second));
            assertThat(stored.at("/verdict/probability").asDouble())
                    .isEqualTo(answers.at("/2/prediction/probability").asDouble());
            assertThat(stored.path("record")).isEqualTo(JSON.readTree(VALID));
        }
    }

    @Test
    void refusedRowsAreCountedByReasonWithoutTheirValues() {
        String secret = "Max-Mustermann";
        try (RunningService service = service(tables)) {
            service.awaitReady();
            assertThat(service.post(PREDICTIONS, "{\"" + secret + "\": 1}").statusCode())
                    .isEqualTo(400);
            assertThat(service.post(
                                    PREDICTIONS,
                                    VALID.replaceFirst("\"person_age\":[^,]*", "\"person_age\":\"" + secret + "\""))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(service.post(PREDICTIONS, "no JSON").statusCode()).isEqualTo(400);
            assertThat(service.post(PREDICTIONS + "/batch", "{\"rows\": [3, {}, " + VALID + "]}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.post("/v1/models/loan:predict", "{\"instances\": 7}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(service.post("/v2/models/loan/infer", "{\"inputs\": 7}").statusCode())
                    .isEqualTo(400);
            assertThat(service.send(service.request(PREDICTIONS + "/file?record=true")
                                    .header("Content-Type", "text/csv")
                                    .POST(BodyPublishers.ofString(withoutAge())))
                            .statusCode())
                    .isEqualTo(200);
        }
        // What was counted in the last minute is in the journal, for whoever comes next.
        try (RunningService service = service(tables)) {
            service.awaitReady();
            await().until(() -> refused("reason = 'ANY'").equals(List.of("8")));
        }
        assertThat(refused("reason = 'NO_ROW'")).containsExactly("4");
        assertThat(refused("reason = 'MISSING' AND column_name = 'person_age'")).containsExactly("3");
        assertThat(refused("reason = 'NOT_ALLOWED' AND column_name = 'person_age'"))
                .containsExactly("1");
        assertThat(refused("reason = 'UNUSED_COLUMN' AND column_name = ''")).containsExactly("1");
        assertThat(tables.query("SELECT CONCAT(dataset, reason, column_name) FROM refused_input"))
                .noneMatch(line -> line.contains(secret));
    }

    /** A file of one row. */
    private static String withoutAge() {
        JsonNode row = JSON.readTree(VALID);
        List<String> cells = new ArrayList<>();
        row.properties()
                .forEach(cell -> cells.add(
                        cell.getKey().equals("person_age")
                                ? ""
                                : cell.getValue().asString()));
        return String.join(",", row.propertyNames()) + "\n" + String.join(",", cells) + "\n";
    }

    private List<String> refused(String which) {
        return tables.query("SELECT COALESCE(SUM(refused_rows), 0) FROM refused_input WHERE " + which);
    }

    @Test
    void aRequestWithAKeyIsDecidedOnceAlsoAcrossARestart() throws Exception {
        String first;
        try (RunningService service = service(tables)) {
            service.awaitReady();
            ExecutorService clients = Executors.newFixedThreadPool(8);
            Callable<HttpResponse<String>> client = () -> keyed(service, "a-key", VALID);
            Set<String> answers = clients.invokeAll(Collections.nCopies(32, client)).stream()
                    .map(DecisionsIT::body)
                    .collect(Collectors.toSet());
            clients.shutdown();

            assertThat(answers).hasSize(1);
            first = answers.iterator().next();
            assertThat(keyed(service, "another", VALID).body()).isNotEqualTo(first);
            await().until(() -> segments().isEmpty());
            assertThat(keyed(service, "a-key", VALID).body()).isEqualTo(first);
        }
        try (RunningService service = service(tables)) {
            service.awaitReady();
            assertThat(keyed(service, "a-key", VALID).body()).isEqualTo(first);
            HttpResponse<String> other = keyed(service, "a-key", VALID + " ");
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(json(other).path("type").asString()).isEqualTo("urn:loanflow:problem:key-reused");
            assertThat(keyed(service, "no key", VALID).statusCode()).isEqualTo(400);
        }
        assertThat(tables.ids()).hasSize(2);
    }

    @Test
    void predictionsAreRefusedWhileTheJournalCannotBeWritten() throws IOException {
        try (RunningService service = service(tables)) {
            service.awaitReady();
            assertThat(service.predict().statusCode()).isEqualTo(200);
            await().until(() -> segments().isEmpty());
            Path folder = folders().get(0);
            Path away = directory.resolve("away");
            Files.move(folder, away);

            HttpResponse<String> refusal = service.predict();
            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(json(refusal).path("type").asString()).isEqualTo("urn:loanflow:problem:decision-not-kept");
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);

            Files.move(away, folder);
            service.awaitReady();
            assertThat(service.predict().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoWantsItSoIsAnsweredWithoutAJournal() throws IOException {
        Path file = Files.createFile(directory.resolve("no-directory"));
        for (String keeping : List.of("best-effort", "off")) {
            try (RunningService service = RunningService.start(
                    URI.create(mlflow.url()),
                    "loan",
                    "--loanflow.decisions.keeping=" + keeping,
                    "--loanflow.decisions.journal-directory=" + file)) {
                service.awaitReady();
                assertThat(service.predict().statusCode()).as(keeping).isEqualTo(200);
            }
        }
    }

    @Test
    void aThousandDecisionsOfFiveVersionsComeOutTheSameToTheLastBit() {
        List<String> rows = LoanRows.madeUp(200, 3).stream()
                .map(row -> row.json(LoanDefinition.DEFINITION).toString())
                .toList();
        String batch = "{\"rows\": [" + String.join(",", rows) + "]}";
        List<String> ids = new ArrayList<>();
        ModelShelf versions = new ModelShelf(URI.create(mlflow.url()), "loan");
        try (RunningService service = service(tables, "--loanflow.champion-poll-interval=100ms")) {
            for (long seed = 1; seed <= 5; seed++) {
                TrainedModel model = seed % 2 == 0 ? TrainedModel.small(seed) : TrainedModel.explained(seed);
                int version = versions.promote(model.folder(DataOrigin.FILE)).version();
                service.awaitVersion(version, Duration.ofMinutes(1));
                JsonNode answers =
                        json(service.post(PREDICTIONS + "/batch", batch)).path("answers");
                answers.forEach(
                        answer -> ids.add(answer.at("/prediction/decisionId").asString()));
            }
            await().until(() -> segments().isEmpty());
            assertThat(ids).hasSize(1000).doesNotHaveDuplicates().isSubsetOf(tables.ids());
            assertThat(ids).allSatisfy(id -> {
                JsonNode replay = json(service.get("/api/v1/decisions/" + id + "/replay"));
                assertThat(replay.path("equal").asBoolean())
                        .as(replay.toString())
                        .isTrue();
            });
            assertThat(service.get("/api/v1/decisions/00000000-0000-7000-8000-000000000000/replay")
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            shelf.promote(MODEL);
        }
    }

    private static String body(Future<HttpResponse<String>> answer) {
        try {
            return answer.get().body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).path("decisionId").asString();
    }

    private static HttpResponse<String> keyed(RunningService service, String key, String body) {
        return service.send(service.request(PREDICTIONS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private RunningService service(DecisionTables database, String... more) {
        return RunningService.start(
                URI.create(mlflow.url()),
                "loan",
                Stream.of(Stream.of(database.settings()), Stream.of(journal()), Stream.of(more))
                        .flatMap(settings -> settings)
                        .toArray(String[]::new));
    }

    private String[] settings(DecisionTables tables) {
        return Stream.concat(
                        Stream.of(tables.settings()),
                        Stream.of(
                                journal(),
                                // ColumnStore takes a second for a file, however short it is.
                                "--loanflow.decisions.segment-size="
                                        + (tables.engine() == TableEngine.COLUMNSTORE ? "500KB" : "20KB"),
                                "--loanflow.model=loan",
                                "--loanflow.tracking-uri=" + mlflow.url()))
                .toArray(String[]::new);
    }

    private String journal() {
        return "--loanflow.decisions.journal-directory=" + directory.resolve("journal");
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(directory.resolve("journal"))) {
            return folders.toList();
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".journal")).toList();
        }
    }
}
