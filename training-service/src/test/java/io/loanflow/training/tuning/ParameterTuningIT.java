package io.loanflow.training.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.CandidateRequest;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.contracts.tuning.TuningPlan;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.contracts.tuning.Validation;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.rows.TrainingImpossibleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The steps of a small tuning with real Redis and MLflow. */
class ParameterTuningIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    static Path definitions;

    private static final String TRAINING = """
            parameters: {trees: 8, maxDepth: 2}
            tuning:
              candidates: 3
              folds: 3
              rungs: [4, 8]
              space: {maxDepth: [5, 6, 7]}
            """;

    private static RunningService service;
    private static ParameterTuning tuning;

    @BeforeAll
    static void start() {
        service = RunningService.start(MLFLOW.trackingUri(), REDIS.redisUrl(), definitions);
        tuning = service.bean(ParameterTuning.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theBestParametersBecomeTheDataSetsWithTheirEvidence() throws IOException {
        TrainingRequest request = request("tuned", DataOrigin.FILE);
        TrainingResult untuned = service.train(request);
        TuningPlan plan = tuning.plan(order(request));
        List<CandidateScore> scores = measure(request, plan);
        TuningResult result = conclude(request, plan, scores);

        TrackedRun run = service.bean(MlflowRuns.class).run(plan.mlflowRunId());
        assertThat(run.finished()).isTrue();
        assertThat(run.metrics())
                .containsEntry("cv_log_loss", result.best().logLoss())
                .containsEntry("before/cv_log_loss", result.before().logLoss());
        assertThat(new String(
                        service.bean(MlflowArtifacts.class).download(run.id(), "candidates.csv"),
                        StandardCharsets.UTF_8))
                .hasLineCount(1 + scores.size())
                .contains(result.best().mlflowRunId());

        TrainingResult tuned = service.train(request);
        assertThat(tuned.alreadyTrained()).isFalse();
        assertThat(tuned.model().digest()).isNotEqualTo(untuned.model().digest());
        assertThat(own(request)).isEqualTo(result.settings());
    }

    @Test
    void candidatesAreRunsUnderTheTuningsWithACurveOverTheTrees() throws IOException {
        TrainingRequest request = request("tuned_nested", DataOrigin.FILE);
        TuningPlan plan = tuning.plan(order(request));
        measure(request, plan, 1, 4);
        CandidateScore score = measure(request, plan, 1, 8);

        TrackedRun run = service.bean(MlflowRuns.class).run(score.mlflowRunId());
        assertThat(run.tags())
                .containsEntry("mlflow.parentRunId", plan.mlflowRunId())
                .containsKeys("rung_4", "rung_8");
        assertThat(run.finished()).isTrue();
        assertThat(run.metrics()).containsEntry("cv_log_loss", score.logLoss()).containsKeys("cv_roc_auc", "cv_f1");
    }

    @Test
    void candidatesAreOfSeveralFamiliesAndBoostingEndsWhereMoreTreesDoNotHelp() throws IOException {
        TrainingRequest request = request("tuned_families", DataOrigin.FILE, """
                family: best
                families:
                  forest: {parameters: {trees: 4, maxDepth: 1}, rungs: [4], space: {}}
                  boosting: {parameters: {trees: 30, learningRate: 0.5}, rungs: [400], space: {}}
                tuning: {candidates: 2, folds: 3, earlyStoppingRound: 10}
                """);
        TuningPlan plan = tuning.plan(order(request));
        List<CandidateScore> scores = measure(request, plan);

        assertThat(scores).extracting(CandidateScore::candidate).containsExactly(0, 1);
        assertThat(scores.get(0).trees()).isEqualTo(4);
        CandidateScore boosting = scores.get(1);
        assertThat(boosting.trees()).isBetween(1, 380);
        assertThat(boosting.logLoss()).isLessThan(scores.get(0).logLoss());
        assertThat(measure(request, plan)).as("found").isEqualTo(scores);

        TrainingSettings best = plan.candidates().get(1).withTrees(boosting.trees());
        tuning.conclude(new TuningOutcome(order(request), plan.mlflowRunId(), best, boosting, scores.get(0), scores));
        assertThat(own(request)).isEqualTo(best);
        TrainingResult trained = service.train(request);
        assertThat(service.bean(MlflowRuns.class).run(trained.model().runId()).metrics())
                .containsKeys("unseen_log_loss", "roc_auc");
    }

    @Test
    void everyStepAgainFindsWhatItDid() throws IOException {
        TrainingRequest request = request("tuned_again", DataOrigin.FILE);
        TuningPlan plan = tuning.plan(order(request));
        assertThat(tuning.plan(order(request))).isEqualTo(plan);

        List<CandidateScore> scores = measure(request, plan);
        List<RowProgress> progress = new ArrayList<>();
        assertThat(tuning.measure(asked(request, plan, 2, 8), progress::add)).isEqualTo(scores.get(5));
        assertThat(progress).as("work that was not done").isEmpty();

        TuningResult result = conclude(request, plan, scores);
        TuningResult again = conclude(request, plan, scores);
        assertThat(again.alreadyTuned()).isTrue();
        assertThat(again.settings()).isEqualTo(result.settings());
        assertThat(tuning.plan(order(request)).finished()).isEqualTo(again);
    }

    @Test
    void aTrainingFileThatIsChangedByHandCountsAgain() throws IOException {
        TrainingRequest request = request("tuned_changed", DataOrigin.FILE);
        TuningPlan plan = tuning.plan(order(request));
        conclude(request, plan, measure(request, plan));

        Files.writeString(definitions.resolve("tuned_changed/training.yaml"), "parameters: {trees: 9}\n");

        assertThat(own(request).value("trees")).isEqualTo("9");
    }

    @Test
    void whatWasTunedOnSyntheticRowsIsNotForRealOnes() throws IOException {
        TrainingRequest synthetic = request("tuned_synthetic", DataOrigin.SYNTHETIC);
        TuningPlan plan = tuning.plan(order(synthetic));
        TuningResult result = conclude(synthetic, plan, measure(synthetic, plan));

        assertThat(own(synthetic)).isEqualTo(result.settings());
        assertThat(own(request("tuned_synthetic", DataOrigin.FILE)).value("maxDepth"))
                .isEqualTo("2");
    }

    @Test
    void moreFoldsThanPositiveRowsAreRefusedWithWhatToDo() throws IOException {
        LoanTable table = LoanTable.generated(service.definition("tuned_few"), 200, 5);
        table.rows().forEach(row -> row[row.length - 1] = "0");
        for (int row = 0; row < 10; row++) {
            table.rows().get(row)[table.rows().get(row).length - 1] = "1";
        }
        TrainingRequest request = service.prepare(table, PreprocessingSettings.DEFAULTS, TrainingSettings.DEFAULTS);
        CandidateRequest asked = new CandidateRequest(
                order(request),
                "key",
                tuning.plan(order(request)).mlflowRunId(),
                0,
                own(request),
                new Validation(20, 1, null));

        assertThatThrownBy(() -> tuning.measure(asked, progress -> {}))
                .isInstanceOf(TrainingImpossibleException.class)
                .hasMessageContaining("Give fewer folds in training.yaml");
    }

    private static TrainingRequest request(String dataset, DataOrigin origin) throws IOException {
        return request(dataset, origin, TRAINING);
    }

    private static TrainingRequest request(String dataset, DataOrigin origin, String training) throws IOException {
        LoanTable table = LoanTable.generated(service.definition(dataset), 2000, 5);
        Files.writeString(definitions.resolve(dataset).resolve("training.yaml"), training);
        return service.prepare(table, origin, PreprocessingSettings.DEFAULTS, TrainingSettings.DEFAULTS);
    }

    private static TuningOrder order(TrainingRequest request) {
        return new TuningOrder(request.load(), request.batches(), request.split(), request.run());
    }

    /** What a training without settings uses. */
    private static TrainingSettings own(TrainingRequest request) {
        return service.bean(DatasetParameters.class)
                .of(request.load(), TrainingSettings.DEFAULTS)
                .settings();
    }

    private static List<CandidateScore> measure(TrainingRequest request, TuningPlan plan) {
        List<CandidateScore> scores = new ArrayList<>();
        for (int rung = 0; rung < plan.rungs().size(); rung++) {
            for (int candidate = 0; candidate < plan.candidates().size(); candidate++) {
                scores.add(measure(request, plan, candidate, plan.trees(candidate, rung)));
            }
        }
        return scores;
    }

    private static CandidateScore measure(TrainingRequest request, TuningPlan plan, int candidate, int trees) {
        return tuning.measure(asked(request, plan, candidate, trees), progress -> {});
    }

    private static CandidateRequest asked(TrainingRequest request, TuningPlan plan, int candidate, int trees) {
        return new CandidateRequest(
                order(request),
                plan.key(),
                plan.mlflowRunId(),
                candidate,
                plan.candidates().get(candidate).withTrees(trees),
                plan.validation());
    }

    private static TuningResult conclude(TrainingRequest request, TuningPlan plan, List<CandidateScore> scores) {
        CandidateScore best = scores.get(4);
        return tuning.conclude(new TuningOutcome(
                order(request),
                plan.mlflowRunId(),
                plan.candidates().get(best.candidate()).withTrees(best.trees()),
                best,
                scores.get(3),
                scores));
    }
}
