package io.loanflow.serving.champion;

import static io.loanflow.serving.fixture.RunningService.json;
import static io.loanflow.testsupport.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.fixture.LoanRow;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.RegisteredModelVersion;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of the alias {@code champion} in a real registry. */
class ChampionIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final Duration LOADED_MACHINE = Duration.ofSeconds(20);
    private static final String OFTEN = "--loanflow.champion-poll-interval=100ms";
    private static final LoanRow ROW = LoanRows.undecided();
    private static final TrainedModel FIRST = TrainedModel.small(1);
    private static final TrainedModel SECOND = TrainedModel.small(2);

    @Test
    void nothingIsServedUntilAChampionHasPassedAndAChangeIsNoticedWithinTwoSeconds() {
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name())) {
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            await().untilAsserted(() -> {
                HttpResponse<String> refusal = service.predict();
                assertThat(refusal.statusCode()).isEqualTo(503);
                assertThat(refusal.headers().firstValue("Retry-After")).hasValue("2");
                assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(json(refusal).path("detail").asString())
                        .isEqualTo("No model is in service: the registry has no model " + shelf.name()
                                + " with alias champion; run a pipeline.");
            });
            RegisteredModelVersion version = shelf.register(FIRST.folder(DataOrigin.SYNTHETIC));
            assertThat(service.predict().statusCode()).isEqualTo(503);
            shelf.promote(version);
            service.awaitVersion(version.version(), NOTICED);
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            JsonNode prediction = json(service.predict());
            assertThat(prediction.path("probability").asDouble()).isEqualTo(FIRST.probability(ROW));
            assertThat(prediction.path("synthetic").asBoolean()).isTrue();
            assertThat(prediction.path("model").path("runId").asString()).isEqualTo(version.runId());
            RegisteredModelVersion second = shelf.promote(SECOND.folder(DataOrigin.FILE));
            service.awaitVersion(second.version(), NOTICED);
            assertThat(json(service.predict()).path("synthetic").isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void requestsInFlightFinishOnTheirModelWhileTheChampionChanges() throws Exception {
        Map<Integer, Double> expected = Map.of(1, FIRST.probability(ROW), 2, SECOND.probability(ROW));
        assertThat(expected.get(1)).isNotEqualTo(expected.get(2));
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name())) {
            RegisteredModelVersion first = shelf.promote(FIRST.folder(DataOrigin.FILE));
            RegisteredModelVersion second = shelf.register(SECOND.folder(DataOrigin.FILE));
            service.awaitReady();
            AtomicBoolean stopped = new AtomicBoolean();
            ExecutorService clients = Executors.newFixedThreadPool(4);
            try {
                List<Future<List<HttpResponse<String>>>> answers = new ArrayList<>();
                for (int client = 0; client < 4; client++) {
                    answers.add(clients.submit(() -> hammer(service, stopped)));
                }
                for (RegisteredModelVersion next : List.of(second, first, second)) {
                    shelf.promote(next);
                    service.awaitVersion(next.version(), LOADED_MACHINE);
                }
                stopped.set(true);
                for (Future<List<HttpResponse<String>>> ofOneClient : answers) {
                    assertThat(ofOneClient.get()).isNotEmpty().allSatisfy(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(200);
                        JsonNode prediction = json(answer);
                        assertThat(prediction.path("probability").asDouble())
                                .isEqualTo(expected.get(
                                        prediction.path("model").path("version").asInt()));
                    });
                }
            } finally {
                stopped.set(true);
                clients.shutdownNow();
            }
        }
    }

    @Test
    void aChampionWithADamagedFileIsRefusedAndTheOldOneStays() {
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name(), OFTEN)) {
            shelf.promote(FIRST.folder(DataOrigin.FILE));
            service.awaitVersion(1, LOADED_MACHINE);
            for (String file : List.of(
                    "forest.pb",
                    ModelFolder.ENCODER,
                    ModelFolder.DEFINITION,
                    ModelFolder.SELF_TEST,
                    ModelFolder.FACTS)) {
                for (String content : List.of("", "null", "{}", "<html>")) {
                    RegisteredModelVersion broken = shelf.register(SECOND.folder(DataOrigin.FILE));
                    shelf.replace(broken, file, content.getBytes(UTF_8));
                    shelf.promote(broken);
                    assertRefused(service, broken, file);
                    assertThat(json(service.predict()).path("probability").asDouble())
                            .isEqualTo(FIRST.probability(ROW));
                }
            }
            RegisteredModelVersion whole = shelf.promote(SECOND.folder(DataOrigin.FILE));
            service.awaitVersion(whole.version(), LOADED_MACHINE);
            assertThat(refusal(service).isMissingNode()).isTrue();
        }
    }

    @Test
    void aChampionThatFailsItsSelfTestIsRefusedAndGetsAnotherChanceWhenNamedAgain() {
        ModelFolder good = FIRST.folder(DataOrigin.FILE);
        ModelFolder mixed = new ModelFolder(
                good.model(),
                good.encoder(),
                good.definition(),
                SECOND.folder(DataOrigin.FILE).selfTest(),
                good.facts(),
                null);
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name(), OFTEN)) {
            RegisteredModelVersion first = shelf.promote(good);
            service.awaitVersion(1, LOADED_MACHINE);
            RegisteredModelVersion failing = shelf.promote(mixed);
            assertRefused(service, failing, "the self-test gave probability ");
            shelf.promote(first);
            await().until(() -> refusal(service).isMissingNode());
            shelf.replace(failing, ModelFolder.SELF_TEST, RunningService.JSON.writeValueAsBytes(good.selfTest()));
            shelf.promote(failing);
            service.awaitVersion(failing.version(), LOADED_MACHINE);
        }
    }

    @Test
    void whatWasRehearsedComesIntoServiceOnceWithoutBeingLoadedAgain() {
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name(), OFTEN)) {
            RegisteredModelVersion first = shelf.promote(FIRST.folder(DataOrigin.FILE));
            service.awaitVersion(first.version(), LOADED_MACHINE);
            RegisteredModelVersion second = shelf.register(SECOND.folder(DataOrigin.FILE));
            service.part(RehearsalRoom.class).rehearse(reference(second));
            shelf.replace(second, ModelFolder.ENCODER, new byte[0]);
            shelf.promote(second);
            service.awaitVersion(second.version(), LOADED_MACHINE);
            assertThat(json(service.predict()).path("probability").asDouble()).isEqualTo(SECOND.probability(ROW));
            shelf.promote(first);
            service.awaitVersion(first.version(), LOADED_MACHINE);
            shelf.promote(second);
            assertRefused(service, second, ModelFolder.ENCODER);
        }
    }

    private static ModelVersionRef reference(RegisteredModelVersion version) {
        return new ModelVersionRef(version.name(), version.version(), version.runId(), "0f");
    }

    @Test
    void anIncompleteFolderIsRefusedWithWhatItLacks() {
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name(), OFTEN)) {
            RegisteredModelVersion empty = shelf.registerWithoutFolder();
            shelf.promote(empty);
            assertRefused(
                    service,
                    empty,
                    "lacks forest.pb, encoder.json, dataset.yaml, self_test.json, loanflow.json; train the model again");
            assertThat(json(service.predict()).path("detail").asString())
                    .startsWith("No model is in service: version 1 was refused: ");
        }
    }

    @Test
    void predictionsGoOnWithoutMlflowAndChangesAreNoticedOnceItIsBack(@TempDir Path state) {
        int port = FreePort.find();
        URI trackingUri = URI.create("http://127.0.0.1:" + port);
        MlflowServer mlflow = MlflowServer.start(state, port);
        ModelShelf shelf = new ModelShelf(trackingUri);
        try (RunningService service = RunningService.start(trackingUri, shelf.name())) {
            shelf.promote(FIRST.folder(DataOrigin.FILE));
            RegisteredModelVersion second = shelf.register(SECOND.folder(DataOrigin.FILE));
            service.awaitReady();
            mlflow.close();
            await().until(() -> !mlflow.process().isAlive());
            assertThat(service.predict().statusCode()).isEqualTo(200);
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            try (MlflowServer again = MlflowServer.start(state, port)) {
                assertThat(again.process().isAlive()).isTrue();
                shelf.promote(second);
                service.awaitVersion(second.version(), LOADED_MACHINE);
            }
        } finally {
            mlflow.close();
        }
    }

    private static List<HttpResponse<String>> hammer(RunningService service, AtomicBoolean stopped) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        while (!stopped.get()) {
            answers.add(service.predict());
        }
        return answers;
    }

    private static void assertRefused(RunningService service, RegisteredModelVersion version, String reason) {
        await().untilAsserted(() -> {
            assertThat(refusal(service).path("version").asInt()).isEqualTo(version.version());
            assertThat(refusal(service).path("reason").asString()).contains(reason);
        });
    }

    /** Of the one data set that is served. */
    private static JsonNode refusal(RunningService service) {
        return json(service.get("/actuator/health"))
                .at("/components/champion/details")
                .valueStream()
                .findFirst()
                .orElseThrow()
                .path("refused");
    }
}
