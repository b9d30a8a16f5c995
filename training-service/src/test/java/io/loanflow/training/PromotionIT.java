package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ApprovalPolicy;
import io.loanflow.contracts.release.ApprovalRecord;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.promotion.ChampionAlias;
import io.loanflow.training.promotion.Promotion;
import io.loanflow.training.run.RunTags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test has a data set, and so a registered model, of its own. */
class PromotionIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    static Path definitions;

    private static final PreprocessingSettings SPLIT = PreprocessingSettings.DEFAULTS;
    private static final TrainingSettings GOOD = TrainingSettings.of(12, 1);
    private static final TrainingSettings WEAK = TrainingSettings.of(1, 1);

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
    void aChampionStaysUntilABetterOneComes() throws IOException {
        TrainingRequest weak = service.prepare("contest", SPLIT, WEAK);
        TrainingRequest good = service.prepare("contest", SPLIT, GOOD);
        TrainingResult first = service.train(weak);
        assertThat(service.promote(weak, first, "run-1").verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(service.promote(weak, first, "run-2"))
                .isEqualTo(new PromotionResult(Verdict.UNCHANGED, first.model(), "Version 1 is the champion already."));

        TrainingResult second = service.train(good);
        PromotionResult promoted = service.promote(good, second, "run-3");
        assertThat(promoted.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(promoted.reason())
                .contains("Version 2 has ROC AUC", "champion version 1 has", "on the same rows, a difference");

        PromotionResult refused = service.promote(weak, first, "run-4");
        assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.champion()).isEqualTo(second.model());
        assertThat(champion("contest")).isEqualTo(2);
        assertThat(service.bean(ModelRegistry.class)
                        .byRun("contest", first.model().runId())
                        .orElseThrow()
                        .tags())
                .containsEntry("gate_verdict", "REFUSED")
                .containsEntry("gate_reason", refused.reason())
                .containsEntry(
                        "gate_table", Objects.requireNonNull(refused.details()).table())
                .containsEntry("gate_page", refused.details().page());
        assertThat(promoted.details()).isNotNull().satisfies(details -> {
            assertThat(details.table())
                    .startsWith("| Criterion | Challenger | Champion | Difference (interval) | Verdict |")
                    .contains("| ROC AUC | 0.", "| Log loss of person_gender=female | 0.", " | passes |");
            assertThat(details.page())
                    .contains(second.model().runId())
                    .contains("/artifacts/gate/against-version-1.html");
            assertThat(details.mostMilliseconds()).isEqualTo(10);
        });
    }

    @Test
    void aVersionThatWaitsForAPersonHasNotPassedUntilTheyAgree() throws IOException {
        TrainingRequest request = service.prepare("asked", SPLIT, GOOD);
        Files.writeString(
                definitions.resolve("asked").resolve("training.yaml"),
                "gate: {floor: 0.5}\nrelease: {policy: approved, four-eyes: true}\n");
        TrainingResult trained = service.train(request);
        ModelVersionRef version = trained.model();
        ModelRegistry registry = service.bean(ModelRegistry.class);

        PromotionResult judged = service.bean(Promotion.class)
                .judge(new PromotionRequest(version, request.batches(), new PipelineRun("asked", "run-1")));

        assertThat(judged.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(judged.approval()).isEqualTo(new ApprovalPolicy(true, 72));
        assertThat(registry.version("asked", version.version()).orElseThrow().tags())
                .containsEntry("gate_verdict", "AWAITS_APPROVAL");
        Instant now = Instant.parse("2026-11-27T12:00:00Z");
        service.bean(ChampionAlias.class)
                .approved(new ApprovalRecord(version, new Approval("Ada", "figures seen"), now));
        assertThat(registry.version("asked", version.version()).orElseThrow().tags())
                .containsEntry("gate_verdict", "PROMOTED")
                .containsEntry("approved_by", "Ada")
                .containsEntry("approval_reason", "figures seen")
                .containsEntry("approved_at", "2026-11-27T12:00:00Z");
    }

    @Test
    void theRulingIsAPageAndJsonOfTheChallengersRun() throws IOException {
        TrainingRequest weak = service.prepare("pages", SPLIT, WEAK);
        TrainingRequest good = service.prepare("pages", SPLIT, GOOD);
        TrainingResult first = service.train(weak);
        service.promote(weak, first, "run-1");
        TrainingResult second = service.train(good);
        PromotionResult promoted = service.promote(good, second, "run-2");
        MlflowArtifacts artifacts = service.bean(MlflowArtifacts.class);

        assertThat(artifacts.names(first.model().runId(), "gate"))
                .containsExactlyInAnyOrder("first-version.html", "first-version.json");
        JsonNode json =
                JsonMapper.shared().readTree(artifacts.download(second.model().runId(), "gate/against-version-1.json"));
        assertThat(json.path("reason").asString()).isEqualTo(promoted.reason());
        assertThat(json.path("criteria")
                        .valueStream()
                        .map(row -> row.path("criterion").asString()))
                .contains("Floor", "ROC AUC", "Log loss", "Sure gain", "Size in MB");
        assertThat(json.at("/criteria/0/interval/confidence").asDouble()).isEqualTo(0.95);
        assertThat(new String(
                        artifacts.download(second.model().runId(), "gate/against-version-1.html"),
                        StandardCharsets.UTF_8))
                .contains("pages version 2, against champion version 1", "True gain that passes 9 times of 10");

        service.bean(Promotion.class).rehearsed(new RehearsalRecord(second.model(), first.model(), 0.25, 10, null));

        assertThat(new String(
                        artifacts.download(second.model().runId(), "gate/against-version-1.html"),
                        StandardCharsets.UTF_8))
                .contains("One prediction in ms, median", "at most 10.0 ms", "0.2500");
        assertThat(service.bean(ModelRegistry.class)
                        .version("pages", 2)
                        .orElseThrow()
                        .tags()
                        .get("gate_table"))
                .startsWith(Objects.requireNonNull(promoted.details()).table())
                .contains("One prediction in ms, median");
    }

    /** Another seed alone is no gain. */
    @Test
    void theSameModelUnderAnotherSeedDoesNotTakeOver() throws IOException {
        TrainingRequest first = service.prepare("seeds", SPLIT, TrainingSettings.of(100, 1));
        service.promote(first, service.train(first), "run-1");
        List<Verdict> verdicts = new ArrayList<>();
        for (int seed = 2; seed <= 6; seed++) {
            TrainingRequest next = service.prepare("seeds", SPLIT, TrainingSettings.of(100, seed));
            verdicts.add(
                    service.promote(next, service.train(next), "run-" + seed).verdict());
        }
        assertThat(verdicts).containsOnly(Verdict.REFUSED);
    }

    @Test
    void aColumnThatKnowsTheAnswerHolds() throws IOException {
        TrainingRequest honest = service.prepare("leaks", SPLIT, GOOD);
        TrainingResult champion = service.train(honest);
        service.promote(honest, champion, "run-1");
        LoanTable leaking = LoanTable.generated(service.definition("leaks"), 2000, 6);
        leaking.rows().forEach(row -> {
            String label = row[row.length - 1];
            // One in a hundred is wrong.
            boolean wrong = Math.floorMod(String.join("", row).hashCode(), 100) == 0;
            row[leaking.position("loan_int_rate")] = label.equals("1") == wrong ? "7.5" : "17.5";
        });
        TrainingRequest leaked = service.prepare(leaking, new PreprocessingSettings(0.2, 7), GOOD);
        PromotionResult result = service.promote(leaked, service.train(leaked), "run-2");
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.champion()).isEqualTo(champion.model());
        assertThat(result.reason())
                .contains("column loan_int_rate alone has a ROC AUC of 0.9", "as if it knew the answer");
    }

    @Test
    void learnedFromShuffledLabelsItIsRefused() throws IOException {
        TrainingRequest honest = service.prepare("shuffled", SPLIT, GOOD);
        TrainingResult champion = service.train(honest);
        service.promote(honest, champion, "run-1");
        LoanTable table = LoanTable.generated(service.definition("shuffled"), 2000, 5);
        List<String[]> rows = table.rows();
        List<String> labels =
                new ArrayList<>(rows.stream().map(row -> row[row.length - 1]).toList());
        Collections.shuffle(labels, new Random(1));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i)[rows.get(i).length - 1] = labels.get(i);
        }
        TrainingRequest shuffled = service.prepare(table, new PreprocessingSettings(0.2, 7), GOOD);
        TrainingResult challenger = service.train(shuffled);
        PromotionResult result = service.bean(Promotion.class)
                .judge(new PromotionRequest(
                        challenger.model(), honest.batches(), new PipelineRun("shuffled", "run-2")));
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.champion()).isEqualTo(champion.model());
        assertThat(result.reason()).contains("it is below the floor of 0.9000");
    }

    @Test
    void learnedFromFewRowsItIsRefusedOnTheChampionsTestRows() throws IOException {
        TrainingRequest whole = service.prepare("few_cases", SPLIT, GOOD);
        TrainingResult champion = service.train(whole);
        service.promote(whole, champion, "run-1");
        LoanTable few = LoanTable.generated(service.definition("few_cases"), 375, 6);
        TrainingRequest small = service.prepare(few, new PreprocessingSettings(0.2, 7), GOOD);
        TrainingResult challenger = service.train(small);
        PromotionResult result = service.bean(Promotion.class)
                .judge(new PromotionRequest(challenger.model(), whole.batches(), new PipelineRun("few", "run-2")));
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.reason()).contains("its ROC AUC is lower");
        assertThat(Objects.requireNonNull(result.details()).table()).contains("| Rows of its load | 375 | 2,000 |");
    }

    @Test
    void aLostAnswerIsGivenAgain() throws IOException {
        TrainingRequest request = service.prepare("lost_answer", SPLIT, GOOD);
        TrainingResult result = service.train(request);
        PromotionResult first = service.promote(request, result, "run-1");
        assertThat(service.promote(request, result, "run-1")).isEqualTo(first);
    }

    @Test
    void belowTheFloorThereIsNoFirstChampion() throws IOException {
        LoanTable noise = LoanTable.generated(service.definition("noise"), 400, 5);
        noise.rows()
                .forEach(row -> row[row.length - 1] =
                        Integer.toString(Math.floorMod(String.join("", row).hashCode(), 2)));
        TrainingRequest request = service.prepare(noise, SPLIT, WEAK);
        PromotionResult result = service.promote(request, service.train(request), "run-1");
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.champion()).isNull();
        assertThat(result.reason()).contains("below the floor of 0.9000");
        assertThat(service.bean(ModelRegistry.class).byAlias("noise", ModelRegistry.CHAMPION))
                .isEmpty();
    }

    @Test
    void anotherSplitIsMentioned() throws IOException {
        TrainingRequest first = service.prepare("splits", new PreprocessingSettings(0.2, 7), GOOD);
        service.promote(first, service.train(first), "run-1");
        TrainingRequest second = service.prepare("splits", SPLIT, GOOD);
        assertThat(service.promote(second, service.train(second), "run-2").reason())
                .endsWith("; it was trained with another split (test share 0.2, seed 7), so it may have seen some of"
                        + " them.");
    }

    @Test
    void aChampionThatCannotBeReadStays() throws IOException {
        TrainingRequest first = service.prepare("damaged", SPLIT, WEAK);
        TrainingResult trained = service.train(first);
        service.promote(first, trained, "run-1");
        service.bean(MlflowArtifacts.class).upload(trained.model().runId(), "model/forest.pb", new byte[] {1, 2, 3});
        TrainingRequest second = service.prepare("damaged", SPLIT, GOOD);
        PromotionResult result = service.promote(second, service.train(second), "run-2");
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.champion()).isEqualTo(trained.model());
        assertThat(result.reason())
                .startsWith("Champion version 1 cannot be compared with version 2, since ")
                .contains("forest.pb")
                .endsWith("Until that is mended, the champion stays.");
        assertThat(champion("damaged")).isEqualTo(1);
    }

    @Test
    void aSmallFileDoesNotReplaceALargeChampion() throws IOException {
        TrainingRequest large = service.prepare("sizes", SPLIT, WEAK);
        TrainingResult champion = service.train(large);
        service.promote(large, champion, "run-1");
        LoanTable few = LoanTable.generated(service.definition("sizes"), 200, 6);
        TrainingRequest small = service.prepare(few, SPLIT, GOOD);
        PromotionResult result = service.promote(small, service.train(small), "run-2");
        assertThat(result.verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.champion()).isEqualTo(champion.model());
        assertThat(result.reason()).contains("are too few to compare version 2 with the champion");
    }

    @Test
    void aWithdrawnVersionNeverComesBack() throws IOException {
        TrainingRequest request = service.prepare("withdrawn", SPLIT, GOOD);
        TrainingResult trained = service.train(request);
        ModelRegistry registry = service.bean(ModelRegistry.class);
        registry.setTag("withdrawn", 1, RunTags.WITHDRAWN, "2026-05-03T12:00:00Z");
        registry.setTag("withdrawn", 1, RunTags.WITHDRAWN_REASON, "rejects everybody");
        PromotionResult result = service.promote(request, trained, "run-1");
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.champion()).isNull();
        assertThat(result.reason()).isEqualTo("Version 1 was withdrawn at 2026-05-03T12:00:00Z: rejects everybody");
    }

    @Test
    void whatWasLearnedFromRealRowsIsNotReplacedBySyntheticOnes() throws IOException {
        LoanTable table = LoanTable.generated(service.definition("origins"), 2000, 5);
        TrainingRequest real = service.prepare(table, DataOrigin.FILE, SPLIT, WEAK);
        TrainingResult champion = service.train(real);
        service.promote(real, champion, "run-1");
        TrainingRequest synthetic = service.prepare(table, DataOrigin.SYNTHETIC, SPLIT, GOOD);
        PromotionResult result = service.promote(synthetic, service.train(synthetic), "run-2");
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.champion()).isEqualTo(champion.model());
        assertThat(result.reason()).contains("was trained on synthetic data");
    }

    /** Serving still answers with it. */
    @Test
    void syntheticRowsDoNotReplaceARealChampionWhoseAliasWasDeleted() throws IOException {
        LoanTable table = LoanTable.generated(service.definition("alias_deleted"), 2000, 5);
        TrainingRequest real = service.prepare(table, DataOrigin.FILE, SPLIT, WEAK);
        service.promote(real, service.train(real), "run-1");
        service.bean(ModelRegistry.class).deleteAlias("alias_deleted", ModelRegistry.CHAMPION);
        TrainingRequest synthetic = service.prepare(table, DataOrigin.SYNTHETIC, SPLIT, GOOD);
        PromotionResult result = service.promote(synthetic, service.train(synthetic), "run-2");
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.reason())
                .isEqualTo(
                        "Version 2 was trained on synthetic data, version 1, the last that passed the gate, was not.");
    }

    /** By the registry's tags: nothing can be read of this champion. */
    @Test
    void syntheticRowsDoNotReplaceADamagedRealChampion() throws IOException {
        LoanTable table = LoanTable.generated(service.definition("damaged_origin"), 2000, 5);
        TrainingRequest real = service.prepare(table, DataOrigin.FILE, SPLIT, WEAK);
        TrainingResult champion = service.train(real);
        service.promote(real, champion, "run-1");
        service.bean(MlflowArtifacts.class).upload(champion.model().runId(), "model/forest.pb", new byte[] {1});
        TrainingRequest synthetic = service.prepare(table, DataOrigin.SYNTHETIC, SPLIT, GOOD);
        PromotionResult result = service.promote(synthetic, service.train(synthetic), "run-2");
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.reason()).isEqualTo("Version 2 was trained on synthetic data, champion version 1 was not.");
    }

    @Test
    void lostBatchesMustBePreparedAgain() throws IOException {
        TrainingRequest request = service.prepare("lost_batches", SPLIT, WEAK);
        TrainingResult result = service.train(request);
        try (RedisClient redis = RedisClient.create(REDIS.redisUrl())) {
            redis.del(request.batches().keyPrefix() + ":test:0");
        }
        assertThatThrownBy(() -> service.promote(request, result, "run-1"))
                .isInstanceOf(FeatureBatchesLostException.class);
    }

    private static int champion(String model) {
        return service.bean(ModelRegistry.class)
                .byAlias(model, ModelRegistry.CHAMPION)
                .orElseThrow()
                .version();
    }
}
