package io.loanflow.localstack.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageProgress;
import io.loanflow.contracts.pipeline.StageState;
import io.loanflow.localstack.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunDisplayTest {

    @Test
    void stagesAreShownWithTheirNumbersAndFailuresOnce() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        RunSnapshot training = snapshot(
                List.of(
                        stage(Stage.INGEST, StageState.DONE, "load 1: 45,000 rows stored", 1.2),
                        stage(Stage.PREPROCESS, StageState.DONE, "36,000 rows to train on", 0.8),
                        stage(Stage.TRAIN, StageState.RUNNING, "", 3),
                        stage(Stage.PROMOTE, StageState.WAITING, "", 0),
                        stage(Stage.SERVE, StageState.WAITING, "", 0)),
                new ActivityView("Train", 2, null, "MLflow does not answer"));
        try (RunDisplay display = new RunDisplay(new Terminal(out, out, 0, false), false)) {
            display.show(training);
            display.show(training);
            display.note("mlflow had ended; starting again");
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("""
                          ✓ ingest      load 1: 45,000 rows stored   1.2 s
                          ✓ preprocess  36,000 rows to train on   0.8 s
                          ! train is tried again: MLflow does not answer
                          ! mlflow had ended; starting again
                        """);
    }

    @Test
    void whyAStageFailedIsLeftToWhoEndsTheRun() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<StageProgress> stages = List.of(stage(Stage.INGEST, StageState.FAILED, "loans.csv:1: is empty", 0.3));
        try (RunDisplay display = new RunDisplay(new Terminal(out, out, 0, false), false)) {
            display.show(new RunSnapshot(true, new PipelineProgress("loan", stages), null, List.of()));
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("✗ ingest      failed   0.3 s");
    }

    @Test
    void aRunningStageSaysHowFarItIs() {
        StageProgress stage = stage(Stage.INGEST, StageState.RUNNING, "", 2);

        assertThat(StageLine.of(stage, null)).isEmpty();
        assertThat(StageLine.of(stage, activity(new RowProgress(20_000, 45_000, "rows"))))
                .isEqualTo("20,000 of 45,000 rows, 10,000 rows/s");
        assertThat(StageLine.of(stage, activity(new RowProgress(20_000, 0, "rows"))))
                .isEqualTo("20,000 rows, 10,000 rows/s");
        assertThat(StageLine.of(stage, activity(new RowProgress(0, 45_000, "rows"))))
                .isEmpty();
        assertThat(StageLine.of(stage, activity(new RowProgress(1, 20, "trees"))))
                .isEqualTo("1 of 20 trees");
        assertThat(StageLine.of(stage, new ActivityView("Ingest", 3, null, "the database is away")))
                .isEqualTo("attempt 3, since: the database is away");
    }

    @Test
    void aTuningIsAStageWhereItIsAskedForAndSaysItself() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<StageProgress> stages = List.of(
                stage(Stage.INGEST, StageState.DONE, "load 1: 45,000 rows stored", 1.2),
                stage(Stage.PREPROCESS, StageState.DONE, "36,000 rows to train on", 0.8),
                stage(Stage.TUNE, StageState.DONE, "log loss 0.1600", 63),
                stage(Stage.TRAIN, StageState.WAITING, "", 0),
                stage(Stage.PROMOTE, StageState.WAITING, "", 0),
                stage(Stage.SERVE, StageState.WAITING, "", 0));
        try (RunDisplay display = new RunDisplay(new Terminal(out, out, 0, false), true)) {
            display.show(new RunSnapshot(true, new PipelineProgress("loan", stages), null, List.of()));
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("✓ tune        log loss 0.1600  63.0 s");
    }

    @Test
    void partsOfAForestAreCountedTogether() {
        ActivityView parts = ActivityView.together(List.of(
                new ActivityView("GrowPart", 1, new RowProgress(20, 50, "trees"), null),
                new ActivityView("GrowPart", 1, new RowProgress(10_000, 45_000, "rows"), null),
                new ActivityView("GrowPart", 2, new RowProgress(5, 50, "trees"), "the worker was killed")));

        assertThat(parts.progress()).isEqualTo(new RowProgress(25, 100, "trees in 3 parts"));
        assertThat(parts.attempt()).isEqualTo(2);
        assertThat(parts.lastFailure()).isEqualTo("the worker was killed");
    }

    private static RunSnapshot snapshot(List<StageProgress> stages, ActivityView activity) {
        return new RunSnapshot(true, new PipelineProgress("loan", stages), null, List.of(activity));
    }

    private static StageProgress stage(Stage stage, StageState state, String summary, double seconds) {
        return new StageProgress(stage, state, summary, null, seconds);
    }

    private static ActivityView activity(@Nullable RowProgress progress) {
        return new ActivityView("Ingest", 1, progress, null);
    }
}
