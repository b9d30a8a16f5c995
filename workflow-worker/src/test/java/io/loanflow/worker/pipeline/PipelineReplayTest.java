package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.IngestionRequest;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.worker.lease.DatasetLeaseImpl;
import io.loanflow.worker.lease.DatasetQueueImpl;
import io.loanflow.worker.lease.Turn;
import io.loanflow.worker.ledger.ReleaseLedgerImpl;
import io.loanflow.worker.monitoring.MonitoringImpl;
import io.loanflow.worker.monitoring.RetrainingImpl;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories of runs made by {@link PipelineHistoryWriter}: today's code must be able to go on with each of them. */
class PipelineReplayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whole-chain",
                "waited-and-rebuilt",
                "tuned-in-parts",
                "released",
                "queued",
                "held",
                "approved",
                "found-by-figures"
            })
    void runsInProgressSurviveThisVersionOfThePipeline(String history) {
        assertThatCode(() -> replay(history, PipelineImpl.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "tuning-alone", "tuning-with-a-turn"})
    void tuningsInProgressSurviveThisVersionOfTheTuning(String history) {
        assertThatCode(() -> replay(history, TuningImpl.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release",
                "release-taken-back",
                "release-alone",
                "release-held",
                "release-moved-back",
                "release-approved",
                "release-rehearsed",
                "release-remembered",
                "refusal-remembered",
                "release-tried-by-clients",
                "release-found-by-figures"
            })
    void releasesInProgressSurviveThisVersionOfTheRelease(String history) {
        assertThatCode(() -> replay(history, ReleaseImpl.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rolled-back",
                "rolled-back-by-switch",
                "rollback-moved-back",
                "rollback-remembered",
                "rollback-of-first-window"
            })
    void rollbacksInProgressSurviveThisVersionOfTheRollback(String history) {
        assertThatCode(() -> replay(history, RollbackImpl.class)).doesNotThrowAnyException();
    }

    @Test
    void watchesInProgressSurviveThisVersionOfTheWatch() {
        assertThatCode(() -> replay("first-window-loan-3", FirstWindowImpl.class))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lease", "lease-of-a-turn"})
    void leasesInProgressSurviveThisVersionOfTheLease(String history) {
        assertThatCode(() -> replay(history, DatasetLeaseImpl.class)).doesNotThrowAnyException();
    }

    @Test
    void reproductionsInProgressSurviveThisVersionOfTheReproduction() {
        assertThatCode(() -> replay("reproduced", ReproductionImpl.class)).doesNotThrowAnyException();
    }

    @Test
    void looksAndRetrainingsInProgressSurviveThisVersionOfThem() {
        assertThatCode(() -> replay("monitoring", MonitoringImpl.class)).doesNotThrowAnyException();
        assertThatCode(() -> replay("retraining-loan", RetrainingImpl.class)).doesNotThrowAnyException();
    }

    @Test
    void queuesInProgressSurviveThisVersionOfTheQueue() {
        assertThatCode(() -> replay("queue-loan", DatasetQueueImpl.class)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"champion-switch", "champion-switch-remembered"})
    void switchesInProgressSurviveThisVersionOfTheSwitch(String history) {
        assertThatCode(() -> replay(history, ChampionSwitchImpl.class)).doesNotThrowAnyException();
    }

    @Test
    void ledgersInProgressSurviveThisVersionOfTheLedger() {
        assertThatCode(() -> replay("ledger-loan", ReleaseLedgerImpl.class)).doesNotThrowAnyException();
    }

    @Test
    void aPipelineThatPreparesBeforeItIngestsIsCaught() {
        assertThatThrownBy(() -> replay("whole-chain", ReorderedPipeline.class))
                .hasStackTraceContaining("NonDeterministicException");
    }

    @Test
    void historiesNameNoMachine() throws Exception {
        try (Stream<Path> histories = Files.list(Path.of("src/test/resources/histories"))) {
            assertThat(histories)
                    .isNotEmpty()
                    .allSatisfy(history -> assertThat(history)
                            .content(StandardCharsets.UTF_8)
                            .doesNotContainPattern("/(home|root|work)/")
                            .doesNotContainPattern("(?<!\"serving)@"));
        }
    }

    /**
     * Under its own id, which a tuning's id is made from, and which says whose queue it is. On a busy machine a thread may have to wait
     * more than Temporal's second.
     */
    private static void replay(String history, Class<?> workflow) throws Exception {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker(
                    "replay",
                    WorkerOptions.newBuilder()
                            .setDefaultDeadlockDetectionTimeout(60_000)
                            .build());
            worker.registerWorkflowImplementationTypes(workflow);
            WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(text(history), history), worker);
        }
    }

    private static String text(String history) throws IOException {
        try (var stream = PipelineReplayTest.class.getResourceAsStream("/histories/" + history + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a careless change would look like. */
    public static class ReorderedPipeline implements Pipeline {

        @Override
        public PipelineResult run(PipelineRequest request) {
            PipelineRun run = new PipelineRun("whole-chain", Workflow.getInfo().getRunId());
            Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(request.dataset()));
            return Turn.during(request.dataset(), run, reason -> {}, beforeEach -> {
                PipelineActivities.preprocess(
                        new PreprocessingRequest(
                                new DatasetRef(request.dataset(), 1, "definition", 7, 1, "content", DataOrigin.FILE),
                                PreprocessingSettings.DEFAULTS,
                                run),
                        false);
                PipelineActivities.ingest(IngestionRequest.of(request.dataset(), null, run));
                throw new IllegalStateException("the history ends before this");
            });
        }

        @Override
        public PipelineProgress progress() {
            return new PipelineProgress("loan", List.of());
        }
    }
}
