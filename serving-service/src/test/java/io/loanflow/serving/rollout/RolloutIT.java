package io.loanflow.serving.rollout;

import static io.loanflow.serving.fixture.RunningService.VALID;
import static io.loanflow.serving.fixture.RunningService.json;
import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.CanaryOrder;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.serving.ShadowOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.decision.DecisionTables;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.RegisteredModelVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of versions when clients ask over HTTP. */
class RolloutIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @RegisterExtension
    static final MariaDbExtension DATABASE = new MariaDbExtension();

    private static final Duration LOADED_MACHINE = Duration.ofSeconds(60);
    private static final long LEASE = 600;
    private static final ModelFolder FIRST = TrainedModel.small(1).folder(DataOrigin.FILE);
    private static final ModelFolder SECOND = TrainedModel.small(2).folder(DataOrigin.FILE);

    @TempDir
    private Path directory;

    private final ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());

    @Test
    void eachVersionsAnswersAreCountedFromWhenItCameIntoService() {
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name())) {
            ModelVersionRef first = served(service, FIRST);
            AnswerFigures before = figures(service, first);
            ask(service, 7);
            assertThat(service.post("/api/v1/predictions", "{\"person_age\": \"old\"}")
                            .statusCode())
                    .isEqualTo(400);
            AnswerFigures after = figures(service, first);
            assertThat(after.inService()).isTrue();
            assertThat(after.answers() - before.answers()).isEqualTo(7);
            assertThat(after.latency().total() - before.latency().total()).isEqualTo(7);
            assertThat(after.failures()).isZero();

            ModelVersionRef second = served(service, SECOND);
            ask(service, 3);
            assertThat(figures(service, first)).isEqualTo(AnswerFigures.NONE);
            assertThat(figures(service, second).answers()).isBetween(3L, 100L);
        }
    }

    @Test
    void whatTheChampionAnswersIsComparedInTheShadowWhereverItIsAsked() {
        DecisionTables tables = DecisionTables.of(DATABASE);
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name(), remembered(tables))) {
            ModelVersionRef champion = served(service, FIRST);
            ModelVersionRef challenger = reference(shelf.register(SECOND), SECOND);
            ShadowRoom room = service.part(ShadowRoom.class);
            ShadowOrder order = new ShadowOrder(challenger, champion, LEASE);
            assertThat(room.follow(order).asked()).isZero();

            ask(service, 5);
            assertThat(service.post("/api/v1/predictions/batch", "{\"rows\": [" + VALID + ", {}, " + VALID + "]}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.post("/v1/models/" + shelf.name() + ":predict", "{\"instances\": [" + VALID + "]}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.post(
                                    "/v1/models/" + shelf.name() + ":predict",
                                    "{\"instances\": [" + VALID + ", {\"person_age\": \"old\"}]}")
                            .statusCode())
                    .as("of all rows or of none")
                    .isEqualTo(400);

            await().until(() -> room.follow(order).compared() >= 8);
            ShadowFigures figures = room.follow(order);
            assertThat(figures.compared()).isEqualTo(8);
            assertThat(figures.failures()).isZero();
            assertThat(figures.dropped()).isZero();
            assertThat(figures.latency().total()).isEqualTo(8);
            assertThat(version(service)).isEqualTo(champion.version());
            await().until(() -> tables.query(decisions("0", champion)).size() >= 9);
            // The last one's is on its way.
            await().until(() -> tables.query(decisions("1", challenger)).size() == 9);
            assertThat(tables.query(decisions("1", champion))).isEmpty();
            assertThat(tables.query(decisions("0", challenger)))
                    .as("it answered nobody")
                    .isEmpty();
            assertThat(tables.query(
                            "SELECT DISTINCT record FROM loan_decisions WHERE run_id = '" + challenger.runId() + "'"))
                    .containsExactly(VALID);

            room.end(challenger);
            assertThat(room.follow(order).session()).as("begun anew").isNotEqualTo(figures.session());
            served(service, challenger);
            assertThat(figures(service, challenger).inService()).isTrue();
        }
    }

    @Test
    void aShareOfRequestsIsAnsweredInTheChampionsPlaceByTheirKeys() {
        // A journal of its own: in another one lie the answers to these keys, if the test ran before.
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), shelf.name(), journal())) {
            ModelVersionRef champion = served(service, FIRST);
            ModelVersionRef challenger = reference(shelf.register(SECOND), SECOND);
            CanaryRoom room = service.part(CanaryRoom.class);
            CanaryOrder order = new CanaryOrder(challenger, champion, 0.5, 0, LEASE);
            room.follow(order);
            int byChallenger = 0;
            for (int i = 0; i < 40; i++) {
                String key = "request-" + i;
                int version = keyed(service, key);
                boolean chosen = StableHash.of(key.getBytes(StandardCharsets.UTF_8)) < 0.5;
                assertThat(version).as(key).isEqualTo(chosen ? challenger.version() : champion.version());
                assertThat(keyed(service, key)).isEqualTo(version);
                byChallenger += chosen ? 1 : 0;
            }
            CanaryFigures figures = room.follow(order);
            assertThat(figures.answers().answers()).isEqualTo(byChallenger);
            assertThat(figures.challengerScores().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(byChallenger);
            assertThat(figures.championScores().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(40 - byChallenger);
            int first = version(service);
            assertThat(version(service)).as("the same record").isEqualTo(first);

            room.end(challenger);
            for (int i = 40; i < 60; i++) {
                assertThat(keyed(service, "request-" + i)).isEqualTo(champion.version());
            }
        }
    }

    private String[] remembered(DecisionTables tables) {
        return Stream.concat(Stream.of(tables.settings()), Stream.of(journal())).toArray(String[]::new);
    }

    private String journal() {
        return "--loanflow.decisions.journal-directory=" + directory.resolve("journal");
    }

    private static String decisions(String shadow, ModelVersionRef model) {
        return "SELECT decision_id FROM loan_decisions WHERE shadow = " + shadow + " AND run_id = '" + model.runId()
                + "'";
    }

    private static int keyed(RunningService service, String key) {
        HttpResponse<String> answer = service.send(service.request("/api/v1/predictions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(VALID)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer).path("model").path("version").asInt();
    }

    private static AnswerFigures figures(RunningService service, ModelVersionRef version) {
        return service.part(VersionTallies.class).figures(version);
    }

    private static void ask(RunningService service, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(service.predict().statusCode()).isEqualTo(200);
        }
    }

    private static int version(RunningService service) {
        return json(service.predict()).path("model").path("version").asInt();
    }

    private ModelVersionRef served(RunningService service, ModelFolder folder) {
        return served(service, reference(shelf.register(folder), folder));
    }

    private ModelVersionRef served(RunningService service, ModelVersionRef version) {
        shelf.promote(new RegisteredModelVersion(version.name(), version.version(), version.runId(), Map.of()));
        service.awaitVersion(version.version(), LOADED_MACHINE);
        return version;
    }

    private static ModelVersionRef reference(RegisteredModelVersion version, ModelFolder folder) {
        return new ModelVersionRef(
                version.name(),
                version.version(),
                version.runId(),
                folder.facts().digest());
    }
}
