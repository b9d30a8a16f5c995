package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageProgress;
import io.loanflow.contracts.pipeline.StageState;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.TrainingSettings;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {

    private static final PipelineRequest LOAN = PipelineRequest.of("loan");
    private static final List<String> WHOLE_CHAIN = List.of(
            "ingest",
            "preprocess",
            "train",
            "publishValidation",
            "judge",
            "rehearse",
            "moveChampion",
            "replicas",
            "awaitChampion",
            "awaitChampion");

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aRunGoesFromTheFileToTheServedModel() {
        PipelineResult result = environment.pipeline("run").run(LOAN);

        assertThat(services.calls()).isEqualTo(WHOLE_CHAIN);
        assertThat(result.ingestion().load().loadId()).isEqualTo(7);
        assertThat(result.preprocessing().madeBy().workflowId()).isEqualTo("run");
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(result.serving().model()).isEqualTo(FakeServices.TRAINED);
    }

    @Test
    void progressAndDetailsTellEachStagesNumbersAndLinks() {
        environment.pipeline("run").run(LOAN);

        PipelineProgress progress =
                environment.client().newUntypedWorkflowStub("run").query("progress", PipelineProgress.class);
        assertThat(progress.dataset()).isEqualTo("loan");
        assertThat(progress.stages())
                .extracting(StageProgress::stage)
                .containsExactly(Stage.INGEST, Stage.PREPROCESS, Stage.TRAIN, Stage.PROMOTE, Stage.SERVE);
        assertThat(progress.stages()).extracting(StageProgress::state).containsOnly(StageState.DONE);
        assertThat(environment.details("run"))
                .contains("| ingest | done | ")
                .contains("- **ingest**: load 7: 44,993 rows stored at 89,986 rows/s, 7 quarantined; ")
                .contains("([validation report](http://127.0.0.1:8081/api/v1/loads/7/validation))")
                .contains("36,000 rows to train on (22.2 % positive), 8,993 to test (22.1 %), 20 features")
                .contains("version 3: accuracy 0.9260, AUC 0.9740, F1 0.8240")
                .contains("([MLflow run](http://127.0.0.1:5000/#/run))")
                .contains("promoted: AUC 0.9740 is above 0.9000 | the first champion");
    }

    @Test
    void searchAttributesNameDatasetVersionVerdictAndFigures() {
        environment.pipeline("run").run(LOAN);

        SearchAttributes attributes =
                environment.client().newUntypedWorkflowStub("run").describe().getTypedSearchAttributes();
        assertThat(attributes.get(PipelineSearchAttributes.DATASET)).isEqualTo("loan");
        assertThat(attributes.get(PipelineSearchAttributes.MODEL_VERSION)).isEqualTo("3");
        assertThat(attributes.get(PipelineSearchAttributes.VERDICT)).isEqualTo("PROMOTED");
        assertThat(attributes.get(PipelineSearchAttributes.AUC)).isEqualTo(0.974);
        assertThat(attributes.get(PipelineSearchAttributes.LOAD)).isEqualTo(7);
        assertThat(attributes.get(PipelineSearchAttributes.ROWS)).isEqualTo(44_993);
        assertThat(attributes.get(PipelineSearchAttributes.ORIGIN)).containsExactly("FILE");
    }

    @Test
    void aRefusedChallengerIsAResultAndTheFormerChampionServes() {
        services.answerPromotion(
                new PromotionResult(Verdict.REFUSED, FakeServices.FORMER_CHAMPION, "AUC 0.91 is below 0.97"));

        PipelineResult result = environment.pipeline("run").run(LOAN);

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.serving().model()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(environment.details("run")).contains("refused: AUC 0.91 is below 0.97");
    }

    @Test
    void withoutAChampionNothingIsServed() {
        services.answerPromotion(new PromotionResult(Verdict.REFUSED, null, "AUC 0.85 is below 0.90"));

        PipelineResult result = environment.pipeline("run").run(LOAN);

        assertThat(result.serving()).isNull();
        assertThat(services.calls()).doesNotContain("awaitChampion");
        assertThat(environment.details("run")).contains("no champion to serve");
    }

    @Test
    void batchesLostBeforeTrainingAndBeforePromotionArePreparedAgain() {
        services.failNext("train", batchesLost()).failNext("judge", batchesLost());

        PipelineResult result = environment.pipeline("run").run(LOAN);

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.calls())
                .containsExactly(
                        "ingest",
                        "preprocess",
                        "train",
                        "preprocess",
                        "train",
                        "publishValidation",
                        "judge",
                        "preprocess",
                        "judge",
                        "rehearse",
                        "moveChampion",
                        "replicas",
                        "awaitChampion",
                        "awaitChampion");
    }

    @Test
    void batchesThatAreLostTimeAndAgainEndTheRun() {
        for (int i = 0; i <= PreparedLoad.MAXIMUM_REBUILDS; i++) {
            services.failNext("train", batchesLost());
        }

        ApplicationFailure failure = failureOf(LOAN);

        assertThat(failure.getType()).isEqualTo(FailureTypes.FEATURE_BATCHES_LOST);
        assertThat(Collections.frequency(services.calls(), "preprocess")).isEqualTo(1 + PreparedLoad.MAXIMUM_REBUILDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "train", "publishValidation", "judge", "rehearse", "moveChampion"})
    void infrastructureFailuresAreRetriedUntilTheAliasHasMoved(String activity) {
        for (int i = 0; i < 12; i++) {
            services.failNext(activity, new IllegalStateException("the store does not answer"));
        }

        environment.pipeline("run").run(LOAN);

        assertThat(Collections.frequency(services.calls(), activity)).isEqualTo(13);
    }

    @Test
    void aFactAboutTheDataEndsTheRunAtOnceAndSaysWhy() {
        services.failNext(
                "ingest",
                ApplicationFailure.newNonRetryableFailure(
                        "6 % of the rows are quarantined, at most 5 % may be", FailureTypes.DATA_REJECTED));

        ApplicationFailure failure = failureOf(LOAN);

        assertThat(failure.getType()).isEqualTo(FailureTypes.DATA_REJECTED);
        assertThat(services.calls()).containsExactly("ingest");
        assertThat(environment.details("run"))
                .contains("| ingest | **failed** |")
                .contains("- **ingest**: 6 % of the rows are quarantined, at most 5 % may be\n");
    }

    @Test
    void aFactAboutTheDataIsNotRetriedEvenIfItsServiceForgetsToSaySo() {
        services.failNext("preprocess", ApplicationFailure.newFailure("no load 7", FailureTypes.LOAD_UNAVAILABLE));

        assertThat(failureOf(LOAN).getType()).isEqualTo(FailureTypes.LOAD_UNAVAILABLE);
    }

    @Test
    void aRequestWithoutADatasetIsRefusedWithAnExample() {
        ApplicationFailure failure =
                failureOf(new PipelineRequest(null, null, null, null, null, null, null, null, null));

        assertThat(failure.getType()).isEqualTo(FailureTypes.SETTINGS_INVALID);
        assertThat(failure.getOriginalMessage()).contains("{\"dataset\": \"loan\"}");
        assertThat(services.calls()).isEmpty();
    }

    @Test
    void aStartWithoutInputIsRefused() {
        WorkflowStub run = WorkflowStub.fromTyped(environment.pipeline("run"));
        run.start();

        assertThat(failureOf(run).getType()).isEqualTo(FailureTypes.SETTINGS_INVALID);
    }

    @Test
    void settingsOutOfRangeAreRefusedBeforeAnythingIsDone() {
        PipelineRequest allTest =
                new PipelineRequest("loan", null, null, null, new PreprocessingSettings(1, 42), null, null, null, null);
        PipelineRequest noTree =
                new PipelineRequest("loan", null, null, null, null, TrainingSettings.of(0, 42), null, null, null);
        PipelineRequest noPart = new PipelineRequest("loan", null, null, null, null, null, 0, null, null);

        assertThat(failureOf(allTest).getOriginalMessage()).contains("preprocessing.testShare");
        assertThat(failureOf(noTree).getOriginalMessage()).contains("training.parameters.trees");
        assertThat(failureOf(noPart).getOriginalMessage()).contains("trainingPartitions must be from 1");
        PipelineRequest twoSources = new PipelineRequest("loan", "june.csv", 7L, null, null, null, null, null, null);
        assertThat(failureOf(twoSources).getOriginalMessage()).contains("give one of file, load and synthetic");
        assertThat(services.calls()).isEmpty();
    }

    private ApplicationFailure failureOf(PipelineRequest request) {
        WorkflowStub run = WorkflowStub.fromTyped(environment.pipeline("run"));
        run.start(request);
        return failureOf(run);
    }

    private static ApplicationFailure failureOf(WorkflowStub run) {
        Throwable failure =
                catchThrowableOfType(WorkflowFailedException.class, () -> run.getResult(PipelineResult.class));
        while (failure != null && !(failure instanceof ApplicationFailure)) {
            failure = failure.getCause();
        }
        assertThat(failure).isInstanceOf(ApplicationFailure.class);
        return (ApplicationFailure) failure;
    }

    private static ApplicationFailure batchesLost() {
        return ApplicationFailure.newNonRetryableFailure("batch 3 is gone", FailureTypes.FEATURE_BATCHES_LOST);
    }
}
