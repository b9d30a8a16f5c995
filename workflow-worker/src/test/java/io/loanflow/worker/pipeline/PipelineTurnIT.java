package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.testsupport.TemporalExtension;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.ActivityTaskScheduledEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Temporal's test server does not do: cancel a run truly, reset it, and answer truly to a signal to a closed one. */
class PipelineTurnIT {

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    private final CountDownLatch goOn = new CountDownLatch(1);
    private PipelineEnvironment environment;
    private FakeServices services;
    private WorkflowStub first;
    private WorkflowStub second;

    @BeforeEach
    void startTwoRuns() {
        environment = new PipelineEnvironment(TEMPORAL.address());
        services = environment.services;
        services.onNext("train", () -> HeldBack.untilCancelledOr(goOn));
        first = environment.start("first");
        await().until(() -> services.calls().contains("train"));
        second = environment.start("second");
        await().until(() -> environment.details("second").contains("are before it"));
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        environment.close();
    }

    @Test
    void runsComeInTheOrderInWhichTheyWereStarted() {
        WorkflowStub third = environment.start("third");
        await().until(() -> environment.details("third").contains("are before it"));
        goOn.countDown();
        third.getResult(PipelineResult.class);

        assertThat(services.callers().stream().distinct()).containsExactly("first", "second", "third");
    }

    @Test
    void aRunThatIsTerminatedLosesItsTurn() {
        first.terminate("by hand");

        assertThat(second.getResult(PipelineResult.class).serving()).isNotNull();
    }

    @Test
    void aRunThatIsCancelledGivesItsTurnBack() {
        first.cancel();
        assertThatThrownBy(() -> first.getResult(PipelineResult.class)).hasRootCauseInstanceOf(CanceledFailure.class);

        assertThat(environment.details("first")).contains("- **train**: cancelled\n");
        assertThat(second.getResult(PipelineResult.class).serving()).isNotNull();
    }

    @Test
    void aRunThatIsCancelledWhileItWaitsLeavesTheQueue() {
        second.cancel();
        assertThatThrownBy(() -> second.getResult(PipelineResult.class)).hasRootCauseInstanceOf(CanceledFailure.class);
        goOn.countDown();
        first.getResult(PipelineResult.class);

        assertThat(environment.pipeline("third").run(PipelineRequest.of("loan")).serving())
                .isNotNull();
        assertThat(services.callers()).doesNotContain("second");
    }

    @Test
    void aRunThatIsResetWaitsForAnotherTurn() {
        services.onNext("train", () -> HeldBack.untilCancelledOr(goOn));
        reset(environment.client(), first.getExecution());
        await().untilAsserted(() -> assertThat(environment.details("first"))
                .contains("| ingest | done |")
                .contains("- **train**: other runs of loan are before it; workflow queue-loan names them\n"));
        goOn.countDown();
        second.getResult(PipelineResult.class);
        environment.client().newUntypedWorkflowStub("first").getResult(PipelineResult.class);

        List<String> callers = services.callers();
        List<String> calls = services.calls();
        int lastOfSecond = callers.lastIndexOf("second");
        assertThat(calls.subList(lastOfSecond + 1, calls.size())).contains("train");
        assertThat(callers.subList(callers.indexOf("second"), lastOfSecond)).containsOnly("second");
    }

    /** To before the training was asked for. */
    private static void reset(WorkflowClient client, WorkflowExecution execution) {
        long task = client.fetchHistory(execution.getWorkflowId(), execution.getRunId()).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(HistoryEvent::getActivityTaskScheduledEventAttributes)
                .mapToLong(ActivityTaskScheduledEventAttributes::getWorkflowTaskCompletedEventId)
                .max()
                .orElseThrow();
        var unused = client.getWorkflowServiceStubs()
                .blockingStub()
                .resetWorkflowExecution(ResetWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setWorkflowExecution(execution)
                        .setReason("a test")
                        .setRequestId(UUID.randomUUID().toString())
                        .setWorkflowTaskFinishEventId(task)
                        .build());
    }
}
