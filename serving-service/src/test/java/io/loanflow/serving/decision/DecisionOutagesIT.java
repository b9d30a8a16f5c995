package io.loanflow.serving.decision;

import static io.loanflow.serving.fixture.RunningService.json;
import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.datasettables.TableEngine;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MariaDbServer;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.ServingProcess;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MlflowExtension;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of decisions while their database or the disk of their journal is away, and after. */
class DecisionOutagesIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final String PASSWORD = "NoSecretAtAll1";
    private static final int CLIENTS = 4;
    private static final int SMALL_DISK = 256 * 1024;

    private static ModelShelf shelf;

    @TempDir
    private Path directory;

    private final int port = FreePort.find();
    private final DecisionTables tables =
            new DecisionTables(MariaDbServer.url(port), MariaDbServer.USER, PASSWORD, TableEngine.INNODB);
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void promote() {
        shelf = new ModelShelf(MLFLOW.trackingUri());
        shelf.promote(TrainedModel.small(1).folder(DataOrigin.FILE));
    }

    @Test
    void whileTheDatabaseIsAwayPredictionsGoOnAndThenItCatchesUp() throws Exception {
        try (RunningService service = RunningService.start(
                MLFLOW.trackingUri(), shelf.name(), settings().toArray(String[]::new))) {
            service.awaitReady();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            AtomicBoolean enough = new AtomicBoolean();
            List<Future<?>> ended = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                ended.add(clients.submit(() -> askUntil(enough, service)));
            }
            awaitNotShipped(service);
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            String waiting = answered.iterator().next();
            assertThat(json(service.get("/api/v1/decisions/" + waiting))
                            .path("decisionId")
                            .asString())
                    .isEqualTo(waiting);

            try (MariaDbServer database = database()) {
                assertThat(database.url()).isEqualTo(tables.url());
                // The ones of before, and of now: traffic goes on while they are brought.
                int before = answered.size();
                await().until(() -> tables.ids().size() > before);
            }
            awaitNotShipped(service);
            int atLeast = answered.size() + 100;
            await().until(() -> answered.size() > atLeast);
            enough.set(true);
            for (Future<?> client : ended) {
                client.get();
            }
            clients.shutdown();
            try (MariaDbServer database = database()) {
                assertThat(database.url()).isEqualTo(tables.url());
                await().until(() -> tables.ids().containsAll(answered));
                assertThat(tables.ids()).containsExactlyInAnyOrderElementsOf(answered);
            }
        }
    }

    private void askUntil(AtomicBoolean enough, RunningService service) {
        while (!enough.get()) {
            HttpResponse<String> answer = service.predict();
            assertThat(answer.statusCode()).isEqualTo(200);
            answered.add(id(answer));
        }
    }

    private static void awaitNotShipped(RunningService service) {
        await().until(() -> json(service.get("/actuator/health"))
                .at("/components/decisions/details/notShipped")
                .isString());
    }

    /** A file system of its own that takes no byte more, which is what a full disk is. */
    @Test
    void aFullDiskRefusesAndLosesNothingAndTakesMoreOnceThereIsSpace() throws Exception {
        assumeTrue(ServingProcess.canHaveSmallDisk(), "this machine lets only its administrator mount anything");
        Path journal = Files.createDirectory(directory.resolve("journal"));
        try (ServingProcess process =
                ServingProcess.startWithSmallDisk(journal, SMALL_DISK, directory.resolve("log"), settingsOfProcess())) {
            process.awaitReady();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<HttpResponse<String>>> refusals = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                refusals.add(clients.submit(() -> askUntilRefused(process)));
            }
            for (Future<HttpResponse<String>> refusal : refusals) {
                assertThat(refusal.get().statusCode()).isEqualTo(503);
                assertThat(json(refusal.get()).path("type").asString())
                        .isEqualTo("urn:loanflow:problem:decision-not-kept");
            }
            clients.shutdown();
            assertThat(answered).hasSizeGreaterThan(CLIENTS);
            await().until(() -> process.get("/actuator/health/readiness").statusCode() == 503);
            assertThat(process.get("/actuator/health").body()).contains("No space left on device");

            try (MariaDbServer database = database()) {
                assertThat(database.url()).isEqualTo(tables.url());
                // What is brought makes room.
                process.awaitReady();
                HttpResponse<String> answer = process.predict();
                assertThat(answer.statusCode()).isEqualTo(200);
                answered.add(id(answer));
                await().until(() -> tables.ids().containsAll(answered));
                assertThat(tables.ids())
                        .as("what was refused is no decision")
                        .containsExactlyInAnyOrderElementsOf(answered);
            }
        }
    }

    private HttpResponse<String> askUntilRefused(ServingProcess process) throws Exception {
        while (true) {
            HttpResponse<String> answer = process.predict();
            if (answer.statusCode() != 200) {
                return answer;
            }
            answered.add(id(answer));
        }
    }

    private MariaDbServer database() {
        return MariaDbServer.start(directory.resolve("database"), port, PASSWORD);
    }

    private static String id(HttpResponse<String> answer) {
        return json(answer).path("decisionId").asString();
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(tables.settings()));
        settings.add("--loanflow.decisions.journal-directory=" + directory.resolve("journal"));
        settings.add("--loanflow.decisions.segment-size=64KB");
        return settings;
    }

    private String[] settingsOfProcess() {
        List<String> settings = settings();
        settings.add("--loanflow.tracking-uri=" + MLFLOW.trackingUri());
        settings.add("--loanflow.model=" + shelf.name());
        settings.add("--loanflow.models=" + shelf.name());
        return settings.toArray(String[]::new);
    }
}
