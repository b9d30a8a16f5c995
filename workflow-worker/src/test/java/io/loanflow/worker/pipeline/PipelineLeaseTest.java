package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.worker.lease.DatasetLease;
import io.loanflow.worker.lease.HeldLease;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two runs of one data set do not overlap. */
class PipelineLeaseTest {

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void theLaterRunWaitsForTheEarlierAndSaysSo() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("ingest", () -> awaitUninterrupted(goOn));
        WorkflowStub first = environment.start("first");
        await().until(() -> services.calls().contains("ingest"));
        WorkflowStub second = environment.start("second");

        await().untilAsserted(() -> assertThat(environment.details("second"))
                .contains("| ingest | waiting | another run of loan holds workflow lease-loan |"));
        goOn.countDown();
        first.getResult(PipelineResult.class);
        second.getResult(PipelineResult.class);

        int calls = services.callers().size() / 2;
        assertThat(services.callers().subList(0, calls)).containsOnly("first");
        assertThat(services.callers().subList(calls, 2 * calls)).containsOnly("second");
    }

    @Test
    void theLeaseIsReleasedWhenARunEnds() {
        environment.pipeline("run").run(PipelineRequest.of("loan"));

        assertThat(leaseStatus()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    @Test
    void theLeaseIsReleasedWhenARunFails() {
        services.failNext(
                "ingest", ApplicationFailure.newNonRetryableFailure("no file", FailureTypes.FILE_UNAVAILABLE));
        assertThatThrownBy(() -> environment.pipeline("failing").run(PipelineRequest.of("loan")))
                .isInstanceOf(WorkflowFailedException.class);

        assertThat(leaseStatus()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    @Test
    void theLeaseIsReleasedWhenARunIsCancelled() {
        for (int i = 0; i < 100; i++) {
            services.failNext("train", new IllegalStateException("the tracking server does not answer"));
        }
        WorkflowStub run = environment.start("cancelled");
        await().until(() -> services.calls().contains("train"));

        run.cancel();

        assertThatThrownBy(() -> run.getResult(PipelineResult.class)).hasRootCauseInstanceOf(CanceledFailure.class);
        assertThat(leaseStatus()).isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
    }

    @Test
    void aLeaseEndedByHandDoesNotKeepTheRunFromEnding() {
        services.onNext("judge", () -> lease().terminate("by hand"));

        PipelineResult result = environment.pipeline("run").run(PipelineRequest.of("loan"));

        assertThat(result.serving()).isNotNull();
    }

    @Test
    void aRunGivesUpAfterAnHourAndSaysWhatToDo() {
        DatasetLease held = environment
                .client()
                .newWorkflowStub(
                        DatasetLease.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(HeldLease.workflowId("loan"))
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .build());
        WorkflowClient.start(held::hold, new PipelineRun("somebody", "else"));

        assertThatThrownBy(() -> environment.pipeline("run").run(PipelineRequest.of("loan")))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(FailureTypes.DATASET_BUSY))
                .hasMessageContaining("Workflow lease-loan names it: wait for it or cancel it");
        assertThat(services.calls()).isEmpty();
    }

    private WorkflowStub lease() {
        return environment.client().newUntypedWorkflowStub(HeldLease.workflowId("loan"));
    }

    private WorkflowExecutionStatus leaseStatus() {
        return lease().describe().getStatus();
    }

    static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the test held this activity back", e);
        }
    }
}
