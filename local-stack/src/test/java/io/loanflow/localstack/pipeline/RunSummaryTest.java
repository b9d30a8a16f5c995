package io.loanflow.localstack.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelMetrics;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.localstack.terminal.Terminal;
import io.temporal.api.common.v1.WorkflowExecution;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    private static final PipelineRun FIRST = new PipelineRun("pipeline-loan-1", "a");
    private static final ModelVersionRef MODEL = new ModelVersionRef("loan", 3, "f00", "digest");
    private static final WorkflowExecution RUN = WorkflowExecution.newBuilder()
            .setWorkflowId("pipeline-loan-2")
            .setRunId("b")
            .build();

    private final RunLinks links = new RunLinks("http://127.0.0.1:8233", "default", "http://127.0.0.1:8080");

    @Test
    void saysWhatCameOfARunAndWhereToLook() {
        assertThat(text(result(DataOrigin.FILE, false, Verdict.PROMOTED))).isEqualTo("""

                          Rows        45,000 read, 44,991 stored, 9 quarantined (load 1)
                          Source      a file of yours
                          Features    19, 36,012 rows to train on, 8,979 to test
                          Model       loan version 3, trained in 9.1 s
                          Metrics     accuracy 0.9312, AUC 0.9751, F1 0.8411, precision 0.8912, recall 0.7963, log loss 0.1651
                          Verdict     promoted: AUC 0.9751 is at least 0.90
                          Prediction  approved: probability 0.8310 of approved
                                      curl …

                          Start here  http://127.0.0.1:8080/
                          Temporal    http://127.0.0.1:8233/namespaces/default/workflows/pipeline-loan-2/b
                          All runs    http://127.0.0.1:8233/namespaces/default/workflows?query=WorkflowType%3D%22Pipeline%22
                          MLflow      http://127.0.0.1:5000/#/experiments/7/runs?workflowType=machine_learning
                          Swagger UI  http://127.0.0.1:8080/swagger-ui.html
                          Validation  http://127.0.0.1:8081/api/v1/loads/1/validation
                        """);
    }

    @Test
    void saysWhatWasThereAlready() {
        assertThat(text(result(DataOrigin.FILE, true, Verdict.UNCHANGED)))
                .contains("Rows        nothing to load: the rows of load 1 (45,000 read")
                .contains("9,000 to test; found in Redis as made by pipeline-loan-1".replace("9,000", "8,979"))
                .contains("Model       loan version 3, trained by pipeline-loan-1")
                .contains("Verdict     unchanged: ");
    }

    @Test
    void syntheticDataIsLabelled() {
        assertThat(text(result(DataOrigin.SYNTHETIC, false, Verdict.REFUSED)))
                .contains("Source      SYNTHETIC: generated rows; the model says nothing about real people")
                .contains("Verdict     refused: ");
    }

    @Test
    void aTuningIsTold() {
        PipelineResult plain = result(DataOrigin.FILE, false, Verdict.PROMOTED);
        TuningResult tuning = new TuningResult(
                TrainingSettings.of(200, 42).with("criterion", "entropy").with("maxFeatures", "0.5"),
                new CandidateScore(4, 200, 0.1611, 0.004, 0.976, 0.83, "c4"),
                new CandidateScore(0, 50, 0.1655, 0.004, 0.974, 0.82, "c0"),
                31,
                true,
                FIRST,
                "http://127.0.0.1:5000/#/experiments/7/runs/f01?workflowType=machine_learning",
                63);

        assertThat(text(new PipelineResult(
                        plain.ingestion(), plain.preprocessing(), plain.training(), plain.promotion(), null, tuning)))
                .contains("Tuning      log loss on folds of the training rows 0.1611, before 0.1655; trees 200,"
                        + " seed 42, criterion entropy, maxFeatures 0.5; found as made by pipeline-loan-1\n");
    }

    @Test
    void withoutTemporalsUiARunIsNamed() {
        RunLinks without = new RunLinks(null, "default", links.serving());

        assertThat(without.run(RUN)).isEqualTo("workflow pipeline-loan-2, run b");
        assertThat(without.runs()).isEmpty();
    }

    private String text(PipelineResult result) {
        Terminal terminal = new Terminal(System.out, System.err, 0, false);
        return String.join(
                        "\n",
                        new RunSummary(terminal, links)
                                .lines(RUN, result, List.of("approved: probability 0.8310 of approved", "curl …")))
                + "\n";
    }

    private static PipelineResult result(DataOrigin origin, boolean again, Verdict verdict) {
        return new PipelineResult(
                new IngestionResult(
                        new DatasetRef("loan", 1, null, 1, 44_991, "c0ffee", origin),
                        45_000,
                        0,
                        9,
                        30,
                        0,
                        again,
                        "http://127.0.0.1:8081/api/v1/loads/1/validation",
                        null,
                        1.3),
                new PreprocessingResult(
                        new FeatureBatches("key", 5, 2, 36_012, 8_979, "fingerprint", "sha"),
                        19,
                        0.22,
                        0.22,
                        again,
                        FIRST,
                        0.7),
                new TrainingResult(
                        MODEL,
                        new ModelMetrics(0.9312, 0.8912, 0.7963, 0.8411, 0.9751, 0.93, 0.1651, 0.05),
                        again,
                        FIRST,
                        "http://127.0.0.1:5000/#/experiments/7/runs/f00?workflowType=machine_learning",
                        9.1),
                new PromotionResult(verdict, MODEL, "AUC 0.9751 is at least 0.90"),
                null,
                null);
    }
}
