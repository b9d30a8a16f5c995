package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageProgress;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.TuningRequest;
import io.loanflow.contracts.tuning.TuningResult;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TuningTest {

    /** The better half of each rung goes on; last, the data set's own parameters as they are. */
    private static final List<String> HALVED =
            List.of("10:0", "10:1", "10:2", "10:3", "10:4", "15:0", "20:2", "20:3", "20:4", "40:3", "40:4");

    private static final TrainingSettings BEST = TrainingSettings.of(40, 42).with("minSamplesLeaf", "5");

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aloneItLoadsAndPreparesAndKeepsTheBest() {
        TuningResult result = environment.tuning("tuning").tune(TuningRequest.of("loan"));

        assertThat(services.calls().subList(0, 3)).containsExactly("ingest", "preprocess", "planTuning");
        assertThat(services.calls()).endsWith("conclude").doesNotContain("train");
        assertThat(services.tuning.measured()).isEqualTo(HALVED);
        assertThat(result.settings()).isEqualTo(BEST);
        assertThat(result.best().logLoss()).isLessThan(result.before().logLoss());
        assertThat(services.tuning.outcome().scores()).hasSize(HALVED.size());
    }

    @Test
    void oneInSoManyGoesOnWhereThePlanSaysSo() {
        services.tuning.keepOneIn(3);

        environment.tuning("tuning").tune(TuningRequest.of("loan"));

        assertThat(services.tuning.measured())
                .isEqualTo(List.of("10:0", "10:1", "10:2", "10:3", "10:4", "15:0", "20:3", "20:4", "40:4"));
    }

    @Test
    void progressAndDetailsTellTheRungs() {
        environment.tuning("tuning").tune(TuningRequest.of("loan"));

        assertThat(environment.details("tuning"))
                .contains("| 10 | 5 | 0.2500 | 4 |")
                .contains("| 20 | 3 | 0.2400 | 4 |")
                .contains("| 40 | 2 | 0.2200 | 4 |")
                .contains("([MLflow run](http://127.0.0.1:5000/#/tuning))");
        assertThat(environment.client().newUntypedWorkflowStub("tuning").query("progress", String.class))
                .isEqualTo("best log loss with up to 15 trees: 0.2850");
    }

    @Test
    void thePipelineTunesItsLoadAndTrainsWithTheBest() {
        PipelineResult result = environment.pipeline("run").run(tuned(null));

        assertThat(Collections.frequency(services.calls(), "ingest")).isEqualTo(1);
        assertThat(services.tuning.measured()).isEqualTo(HALVED);
        assertThat(services.tuning.outcome().order().load()).isEqualTo(FakeServices.LOAD);
        assertThat(services.tuning.outcome().order().run().workflowId()).isEqualTo("run-tuning");
        assertThat(services.trainedSettings()).isEqualTo(BEST);
        assertThat(result.tuning().settings()).isEqualTo(BEST);
    }

    @Test
    void whatTheRequestSaysWinsOverWhatTheTuningFound() {
        environment.pipeline("run").run(tuned(TrainingSettings.of(300, 7)));

        assertThat(services.trainedSettings())
                .isEqualTo(TrainingSettings.of(300, 7).with("minSamplesLeaf", "5"));
    }

    @Test
    void thePipelineShowsTheTuningAsAStage() {
        environment.pipeline("run").run(tuned(null));

        PipelineProgress progress =
                environment.client().newUntypedWorkflowStub("run").query("progress", PipelineProgress.class);
        assertThat(progress.stages()).extracting(StageProgress::stage).containsExactly(Stage.values());
        assertThat(environment.details("run"))
                .contains(
                        "- **tune**: log loss 0.2200 on folds of the training rows, AUC 0.9700, F1 0.8300; before"
                                + " 0.2850, 0.9700, 0.8300; 11 measurements in 12 s ([MLflow run](http://127.0.0.1:5000/#/tuning))\n");
    }

    @Test
    void theDataSetsOwnParametersStayWhereNoneAreBetter() {
        services.tuning.favourOwn(1);

        TuningResult result = environment.tuning("tuning").tune(TuningRequest.of("loan"));

        assertThat(result.best().candidate()).isZero();
        assertThat(result.settings().value("minSamplesLeaf")).isEqualTo("1");
    }

    @Test
    void anAttemptThatFailsIsRepeatedForItsOwnCandidateOnly() {
        services.failNext("measure", new IllegalStateException("the worker was killed"));

        environment.tuning("tuning").tune(TuningRequest.of("loan"));

        assertThat(services.tuning.measured()).isEqualTo(HALVED);
    }

    @Test
    void batchesThatAreLostArePreparedAgainAndTheRungIsMeasuredAgain() {
        services.failNext(
                "measure",
                ApplicationFailure.newNonRetryableFailure("batch 3 is gone", FailureTypes.FEATURE_BATCHES_LOST));

        TuningResult result = environment.tuning("tuning").tune(TuningRequest.of("loan"));

        assertThat(Collections.frequency(services.calls(), "preprocess")).isEqualTo(2);
        assertThat(result.settings()).isEqualTo(BEST);
    }

    @Test
    void whatWasTunedBeforeIsFound() {
        TuningResult first = environment.tuning("tuning").tune(TuningRequest.of("loan"));
        services.tuning.answerPlan(first);

        assertThat(environment.tuning("again").tune(TuningRequest.of("loan"))).isEqualTo(first);
        assertThat(services.tuning.measured()).isEqualTo(HALVED);
    }

    @Test
    void aWrongTrainingFileEndsTheRunAtOnce() {
        services.failNext(
                "planTuning",
                ApplicationFailure.newNonRetryableFailure("training.yaml:3: is wrong", FailureTypes.DATASET_INVALID));

        assertThatThrownBy(() -> environment.pipeline("run").run(tuned(null)))
                .isInstanceOf(WorkflowFailedException.class);
        assertThat(environment.details("run")).contains("- **tune**: training.yaml:3: is wrong\n");
        assertThat(services.calls()).doesNotContain("train");
    }

    @Test
    void aRequestWithoutADatasetIsRefused() {
        assertThatThrownBy(() -> environment.tuning("tuning").tune(new TuningRequest(null, null, null, null)))
                .isInstanceOf(WorkflowFailedException.class)
                .hasRootCauseInstanceOf(ApplicationFailure.class);
        assertThat(services.calls()).isEmpty();
    }

    private static PipelineRequest tuned(TrainingSettings training) {
        return new PipelineRequest("loan", null, null, null, null, training, null, true, null);
    }
}
