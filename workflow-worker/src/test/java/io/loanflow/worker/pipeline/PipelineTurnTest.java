package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.worker.lease.DatasetLease;
import io.loanflow.worker.lease.DatasetQueue;
import io.loanflow.worker.lease.HeldLease;
import io.loanflow.worker.lease.Turn;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two runs of one data set do not overlap. */
class PipelineTurnTest {

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void theLaterRunWaitsForTheEarlierAndSaysSo() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("ingest", () -> HeldBack.until(goOn));
        WorkflowStub first = environment.start("first");
        await().until(() -> services.calls().contains("ingest"));
        WorkflowStub second = environment.start("second");

        await().untilAsserted(() -> assertThat(environment.details("second"))
                .contains("- **ingest**: other runs of loan are before it; workflow queue-loan names them\n"));
        goOn.countDown();
        first.getResult(PipelineResult.class);
        second.getResult(PipelineResult.class);

        int calls = services.callers().size() / 2;
        assertThat(services.callers().subList(0, calls)).containsOnly("first");
        assertThat(services.callers().subList(calls, 2 * calls)).containsOnly("second");
    }

    @Test
    void runsComeInTheOrderInWhichTheyWereStarted() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("ingest", () -> HeldBack.until(goOn));
        List<WorkflowStub> runs = new ArrayList<>();
        for (String name : List.of("first", "second", "third", "fourth")) {
            runs.add(environment.start(name));
            // Not there until the first run has started it.
            await().ignoreException(WorkflowNotFoundException.class)
                    .until(() -> environment.details(Turn.queueId("loan")).contains("`" + name + "`"));
        }
        goOn.countDown();
        runs.forEach(run -> run.getResult(PipelineResult.class));

        assertThat(services.callers().stream().distinct()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void aRunThatFailsGivesItsTurnBack() {
        services.failNext(
                "ingest", ApplicationFailure.newNonRetryableFailure("no file", FailureTypes.FILE_UNAVAILABLE));
        assertThatThrownBy(() -> environment.pipeline("failing").run(PipelineRequest.of("loan")))
                .isInstanceOf(WorkflowFailedException.class);

        assertThat(environment.pipeline("next").run(PipelineRequest.of("loan")).serving())
                .isNotNull();
    }

    @Test
    void theQueueEndsWhenNobodyWantsATurn() {
        environment.pipeline("run").run(PipelineRequest.of("loan"));

        queue().getResult(Void.class);
    }

    @Test
    void aQueueEndedByHandDoesNotForgetWhoWorks() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("train", () -> HeldBack.until(goOn));
        WorkflowStub first = environment.start("first");
        await().until(() -> services.calls().contains("train"));
        queue().terminate("by hand");
        WorkflowStub second = environment.start("second");

        await().untilAsserted(() -> assertThat(environment.details("second"))
                .contains("- **ingest**: another run of loan holds workflow lease-loan\n"));
        goOn.countDown();
        first.getResult(PipelineResult.class);
        second.getResult(PipelineResult.class);

        assertThat(services.callers().lastIndexOf("first"))
                .isLessThan(services.callers().indexOf("second"));
    }

    @Test
    void aLeaseEndedByHandDoesNotKeepTheRunFromEnding() {
        services.onNext(
                "judge",
                () -> environment
                        .client()
                        .newUntypedWorkflowStub(HeldLease.workflowId("loan"))
                        .terminate("by hand"));

        assertThat(environment.pipeline("run").run(PipelineRequest.of("loan")).serving())
                .isNotNull();
    }

    @Test
    void aReleaseOfAVersionWaitsForItsTurn() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("ingest", () -> HeldBack.until(goOn));
        WorkflowStub first = environment.start("first");
        await().until(() -> services.calls().contains("ingest"));
        Release release = environment.stub(Release.class, "alone");
        WorkflowClient.start(release::release, new ReleaseRequest("loan", 3, null, null));

        await().untilAsserted(() -> assertThat(release.progress())
                .isEqualTo("waits: other runs of loan are before it; workflow queue-loan names them"));
        goOn.countDown();
        first.getResult(PipelineResult.class);

        assertThat(WorkflowStub.fromTyped(release)
                        .getResult(ReleaseResult.class)
                        .promotion()
                        .verdict())
                .isEqualTo(Verdict.PROMOTED);
        assertThat(services.callers().lastIndexOf("first"))
                .isLessThan(services.callers().indexOf("alone"));
    }

    /** As a run does that began before there were queues. */
    @Test
    void aRunThatOnlyHoldsTheLeaseIsWaitedFor() {
        DatasetLease lease = environment.stub(DatasetLease.class, HeldLease.workflowId("loan"));
        WorkflowClient.start(lease::hold, new PipelineRun("some", "run"));
        WorkflowStub run = environment.start("run");

        await().untilAsserted(() -> assertThat(environment.details("run"))
                .contains("- **ingest**: another run of loan holds workflow lease-loan\n"));
        lease.release();

        assertThat(run.getResult(PipelineResult.class).serving()).isNotNull();
    }

    @Test
    void aRunGivesUpAfterAnHourAndSaysWhatToDo() {
        DatasetLease held = environment.stub(DatasetLease.class, HeldLease.workflowId("loan"));
        WorkflowClient.start(held::hold, new PipelineRun("some", "run"));
        DatasetLease open = environment.stub(DatasetLease.class, "some");
        WorkflowExecution somebody = WorkflowClient.start(open::hold, new PipelineRun("some", "run"));
        DatasetQueue queue = environment.stub(DatasetQueue.class, Turn.queueId("loan"));
        WorkflowClient.start(queue::serve, List.of(new PipelineRun(somebody.getWorkflowId(), somebody.getRunId())));

        assertThatThrownBy(() -> environment.pipeline("run").run(PipelineRequest.of("loan")))
                .isInstanceOf(WorkflowFailedException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(FailureTypes.DATASET_BUSY))
                .hasMessageContaining("Workflow queue-loan names them: wait for them or cancel them");
        assertThat(services.calls()).isEmpty();
    }

    private WorkflowStub queue() {
        return environment.client().newUntypedWorkflowStub(Turn.queueId("loan"));
    }
}
