package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.ChampionMoved;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.promotion.ChampionAlias;
import io.loanflow.training.promotion.ReleaseCandidates;
import io.loanflow.training.promotion.RollbackPlanning;
import io.loanflow.training.promotion.VersionUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RollbackIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    static Path definitions;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(MLFLOW.trackingUri(), REDIS.redisUrl(), definitions);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aMoveIsTakenBackWhateverHappenedBetween() throws IOException {
        ModelVersionRef first = train("undone", 1);
        ModelVersionRef second = train("undone", 2);
        appoint(first);
        ChampionMove move = release(first, second);

        ChampionMoved moved = alias().move(move);
        assertThat(moved).satisfies(moved(second));
        assertThat(moved.at()).isNotNull();
        assertThat(alias().move(move)).isEqualTo(moved);
        assertThat(tags(second)).containsEntry("former_champion", "1");

        ChampionMoved back = alias().moveBack(move);
        assertThat(back).satisfies(moved(first));
        assertThat(back.at()).isAfterOrEqualTo(moved.at());
        assertThat(alias().moveBack(move)).isEqualTo(back);
        assertThat(alias().refuse(new Refusal(second, "serving refused it"))).isEqualTo(first);
        assertThat(champion("undone")).contains(first.version());
        assertThat(tags(second))
                .containsEntry("gate_verdict", Verdict.REFUSED.name())
                .containsEntry("gate_reason", "serving refused it");
    }

    @Test
    void theFirstMoveIsTakenBackToNone() throws IOException {
        ModelVersionRef only = train("undone_to_none", 1);
        ChampionMove move = release(null, only);

        alias().move(move);
        assertThat(alias().moveBack(move)).satisfies(moved(null));
        assertThat(champion("undone_to_none")).isEmpty();
    }

    @Test
    void anAliasMovedByHandStaysWhereItIs() throws IOException {
        ModelVersionRef first = train("by_hand", 1);
        ModelVersionRef second = train("by_hand", 2);
        ModelVersionRef third = train("by_hand", 3);
        appoint(first);
        ChampionMove move = release(first, second);
        alias().move(move);
        registry().setAlias("by_hand", ModelRegistry.CHAMPION, third.version());

        assertThat(alias().moveBack(move)).satisfies(elsewhere(third));
        assertThat(alias().move(release(first, second))).satisfies(elsewhere(third));
        ChampionMoved theirs = alias().move(release(first, third));
        assertThat(theirs).satisfies(moved(third));
        assertThat(theirs.at()).as("somebody else moved it").isNull();
        assertThat(alias().moveBack(release(first, third))).satisfies(elsewhere(third));
        registry().deleteAlias("by_hand", ModelRegistry.CHAMPION);
        assertThat(alias().move(release(third, second))).satisfies(elsewhere(null));
    }

    @Test
    void nobodyTakesAnothersMoveBack() throws IOException {
        ModelVersionRef first = train("theirs", 1);
        ModelVersionRef second = train("theirs", 2);
        appoint(second);
        ChampionMove one = rollback(second, first);
        ChampionMove other = rollback(second, first);

        assertThat(alias().move(one).done()).isTrue();
        assertThat(alias().move(other)).satisfies(elsewhere(first));
        assertThat(alias().moveBack(other)).satisfies(elsewhere(first));
        assertThat(champion("theirs")).contains(first.version());
        assertThat(tags(second)).containsKey("withdrawn");
    }

    @Test
    void aVersionDeletedAfterItsMoveLeavesTheAliasToTheOneBefore() throws IOException {
        ModelVersionRef first = train("deleted", 1);
        ModelVersionRef second = train("deleted", 2);
        appoint(first);
        ChampionMove move = release(first, second);
        alias().move(move);
        deleteVersion(second);

        assertThat(alias().moveBack(move)).satisfies(moved(first));
        assertThat(alias().refuse(new Refusal(second, "it is gone"))).isEqualTo(first);
        assertThat(champion("deleted")).contains(first.version());
    }

    @Test
    void aChampionThatIsDeletedIsLeftAllTheSame() throws IOException {
        ModelVersionRef first = train("left", 1);
        ModelVersionRef second = train("left", 2);
        appoint(first);
        appoint(second);
        ChampionMove move = rollback(second, first);
        deleteVersion(second);

        assertThat(alias().move(move)).satisfies(moved(first));
        assertThat(alias().move(move)).satisfies(moved(first));
        assertThat(alias().moveBack(move)).satisfies(moved(null));
    }

    @Test
    void aVersionDeletedBeforeItsMoveMovesNothingAndMarksNothing() throws IOException {
        ModelVersionRef first = train("gone", 1);
        ModelVersionRef second = train("gone", 2);
        appoint(second);
        ChampionMove move = rollback(second, first);
        deleteVersion(first);

        assertThatThrownBy(() -> alias().move(move))
                .isInstanceOf(VersionUnavailableException.class)
                .hasMessageContaining("version 1 of model gone is not registered any more");
        assertThat(champion("gone")).contains(second.version());
        assertThat(tags(second)).doesNotContainKey("withdrawn");
    }

    @Test
    void aRollbackGoesToTheChampionBeforeAndMarksWhatItLeaves() throws IOException {
        ModelVersionRef first = train("back", 1);
        ModelVersionRef second = train("back", 2);
        ModelVersionRef third = train("back", 3);
        appoint(first);
        appoint(second);
        appoint(third);

        RollbackPlan plan = plan("back", " rejects everybody ");
        assertThat(plan).isEqualTo(new RollbackPlan(third, second, "rejects everybody"));
        alias().move(rollback(third, second));

        assertThat(champion("back")).contains(second.version());
        assertThat(tags(third))
                .containsEntry("withdrawn_reason", "rejects everybody")
                .containsKey("withdrawn");
        assertThatThrownBy(() -> rollbacks().plan(new RollbackRequest("back", third.version(), "again")))
                .isInstanceOf(VersionUnavailableException.class)
                .hasMessageContaining("was withdrawn at");
        assertThat(plan("back", "again")).isEqualTo(new RollbackPlan(second, first, "again"));
        alias().move(rollback(second, first));
        assertThatThrownBy(() -> plan("back", "again"))
                .hasMessageContaining("has no version that passed the gate beside version " + first.version());
    }

    @Test
    void aRollbackThatIsTakenBackLeavesNoMark() throws IOException {
        ModelVersionRef first = train("stays", 1);
        ModelVersionRef second = train("stays", 2);
        appoint(first);
        appoint(second);
        ChampionMove move = rollback(second, first);
        alias().move(move);

        ChampionMoved back = alias().moveBack(move);
        assertThat(back).satisfies(moved(second));
        assertThat(alias().moveBack(move)).isEqualTo(back);
        assertThat(champion("stays")).contains(second.version());
        assertThat(tags(second)).doesNotContainKeys("withdrawn", "withdrawn_reason");
        assertThat(plan("stays", "again").to()).isEqualTo(first);
    }

    @Test
    void whatWasWithdrawnMeanwhileDoesNotComeIntoService() throws IOException {
        ModelVersionRef first = train("overtaken", 1);
        ModelVersionRef second = train("overtaken", 2);
        appoint(first);
        appoint(second);
        alias().move(rollback(second, first));

        assertThatThrownBy(() -> alias().move(release(first, second))).hasMessageContaining("was withdrawn");
        assertThat(champion("overtaken")).contains(first.version());
    }

    @Test
    void aReleaseOfBeforeConditionalMovesIsTakenBack() throws IOException {
        ModelVersionRef first = train("before", 1);
        ModelVersionRef second = train("before", 2);
        appoint(first);
        appoint(second);

        assertThat(alias().reinstate(new Refusal(second, "why"))).isEqualTo(first);
        appoint(second);
        deleteVersion(second);
        assertThat(alias().reinstate(new Refusal(second, "why"))).isNull();
    }

    @Test
    void whatIsRefusedBeforeItsMoveMovesNothing() throws IOException {
        ModelVersionRef first = train("refused", 1);
        ModelVersionRef second = train("refused", 2);
        appoint(first);

        assertThat(alias().refuse(new Refusal(second, "why"))).isEqualTo(first);
    }

    @Test
    void aRollbackThatCannotBeSaysWhy() throws IOException {
        assertThatThrownBy(() -> plan("unheard_of", "why")).hasMessage("model unheard_of has no champion to leave");
        ModelVersionRef only = train("impossible", 1);
        appoint(only);
        assertThatThrownBy(() -> plan("impossible", " ")).hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> rollbacks().plan(new RollbackRequest("impossible", only.version(), "why")))
                .hasMessageContaining("is in service already");
        assertThatThrownBy(() -> rollbacks().plan(new RollbackRequest("impossible", 99, "why")))
                .hasMessageContaining("has no version 99");
    }

    @Test
    void aVersionIsFoundWithTheRowsItWasMadeFrom() throws IOException {
        TrainingRequest request =
                service.prepare("found", new PreprocessingSettings(0.25, 7), TrainingSettings.of(2, 1));
        ModelVersionRef version = service.train(request).model();
        PipelineRun run = new PipelineRun("release", "run-9");

        ReleaseCandidate candidate =
                service.bean(ReleaseCandidates.class).find(new VersionRequest("found", version.version(), run));
        assertThat(candidate.version()).isEqualTo(version);
        assertThat(candidate.rows().load()).isEqualTo(request.load());
        assertThat(candidate.rows().settings()).isEqualTo(new PreprocessingSettings(0.25, 7));
        assertThat(service.bean(ReleaseCandidates.class).find(new VersionRequest("found", null, run)))
                .isEqualTo(candidate);
        assertThatThrownBy(() -> service.bean(ReleaseCandidates.class).find(new VersionRequest("found", 99, run)))
                .hasMessageContaining("has no version 99");
    }

    private static ModelVersionRef train(String dataset, int seed) throws IOException {
        return service.train(service.prepare(dataset, PreprocessingSettings.DEFAULTS, TrainingSettings.of(2, seed)))
                .model();
    }

    private static ChampionAlias alias() {
        return service.bean(ChampionAlias.class);
    }

    private static RollbackPlanning rollbacks() {
        return service.bean(RollbackPlanning.class);
    }

    private static Consumer<ChampionMoved> moved(@Nullable ModelVersionRef champion) {
        return moved -> assertThat(moved).isEqualTo(new ChampionMoved(true, champion, moved.at()));
    }

    private static Consumer<ChampionMoved> elsewhere(@Nullable ModelVersionRef champion) {
        return moved -> assertThat(moved).isEqualTo(new ChampionMoved(false, champion, null));
    }

    private static ModelRegistry registry() {
        return service.bean(ModelRegistry.class);
    }

    private static RollbackPlan plan(String dataset, String reason) {
        return rollbacks().plan(new RollbackRequest(dataset, null, reason));
    }

    private static void appoint(ModelVersionRef version) {
        alias().appoint(version, new PipelineRun("earlier", UUID.randomUUID().toString()));
    }

    private static ChampionMove release(@Nullable ModelVersionRef from, ModelVersionRef to) {
        return new ChampionMove(
                from, to, null, new PipelineRun("release", UUID.randomUUID().toString()));
    }

    private static ChampionMove rollback(ModelVersionRef from, ModelVersionRef to) {
        return new ChampionMove(
                from,
                to,
                "rejects everybody",
                new PipelineRun("rollback", UUID.randomUUID().toString()));
    }

    private static Map<String, String> tags(ModelVersionRef version) {
        return registry()
                .version(version.name(), version.version())
                .orElseThrow()
                .tags();
    }

    private static Optional<Integer> champion(String model) {
        return registry().byAlias(model, ModelRegistry.CHAMPION).map(RegisteredModelVersion::version);
    }

    /** As a person does in MLflow's UI. */
    private static void deleteVersion(ModelVersionRef version) throws IOException {
        String body = "{\"name\": \"%s\", \"version\": \"%d\"}".formatted(version.name(), version.version());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(MLFLOW.trackingUri() + "/api/2.0/mlflow/model-versions/delete"))
                .header("Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MLflow deleted a version", e);
        }
    }
}
