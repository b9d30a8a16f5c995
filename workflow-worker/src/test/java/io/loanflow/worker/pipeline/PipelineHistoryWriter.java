package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.reproduction.ReproductionRequest;
import io.loanflow.contracts.tuning.Tuning;
import io.loanflow.contracts.tuning.TuningRequest;
import io.loanflow.worker.lease.HeldLease;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * Writes the histories that {@link PipelineReplayTest} replays. Not part of the build, which must go on replaying histories
 * of the code as it was: call it only for a new name after a change behind {@code Workflow.getVersion}, from the root, by
 *
 * <pre>mvn test -pl workflow-worker -am -Dtest=PipelineHistoryWriter -Dsurefire.failIfNoSpecifiedTests=false</pre>
 *
 * and never write over a history of code that has been in use.
 */
class PipelineHistoryWriter {

    private static final Path DIRECTORY = Path.of("src/test/resources/histories");

    @Test
    void writeWholeChain() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.start("whole-chain").getResult(PipelineResult.class);
            write("whole-chain", environment.history("whole-chain"));
            write("lease", environment.history(HeldLease.workflowId("loan")));
        }
    }

    @Test
    void writeWaitedForLeaseAndLostBatches() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            FakeServices services = environment.services;
            CountDownLatch goOn = new CountDownLatch(1);
            services.onNext("ingest", () -> PipelineLeaseTest.awaitUninterrupted(goOn));
            WorkflowStub first = environment.start("first");
            await().until(() -> services.calls().contains("ingest"));
            WorkflowStub second = environment.start("waited-and-rebuilt");
            await().until(() -> environment.details("waited-and-rebuilt").contains("holds workflow"));
            goOn.countDown();
            first.getResult(PipelineResult.class);
            services.failNext("train", batchesLost()).failNext("promote", batchesLost());
            second.getResult(PipelineResult.class);
            write("waited-and-rebuilt", environment.history("waited-and-rebuilt"));
        }
    }

    @Test
    void writeTunedAndGrownInParts() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            PipelineRequest request = new PipelineRequest("loan", null, null, null, null, null, 3, true);
            environment.start("tuned-in-parts", request).getResult(PipelineResult.class);
            write("tuned-in-parts", environment.history("tuned-in-parts"));
            write("tuning", environment.history(Tuning.workflowId("tuned-in-parts")));
        }
    }

    @Test
    void writeReleased() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.start("released").getResult(PipelineResult.class);
            write("released", environment.history("released"));
            write("release", environment.history(Release.workflowId("released")));
        }
    }

    @Test
    void writeTakenBack() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.failNext(
                    "awaitChampion",
                    ApplicationFailure.newNonRetryableFailure("no room for it", FailureTypes.MODEL_UNUSABLE));
            environment.start("taken-back").getResult(PipelineResult.class);
            write("release-taken-back", environment.history(Release.workflowId("taken-back")));
        }
    }

    @Test
    void writeRolledBack() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            Rollback rollback = environment
                    .client()
                    .newWorkflowStub(
                            Rollback.class,
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId("rolled-back")
                                    .setTaskQueue(TaskQueues.PIPELINE)
                                    .build());
            rollback.rollback(new RollbackRequest("loan", null, "rejects everybody"));
            write("rolled-back", environment.history("rolled-back"));
        }
    }

    @Test
    void writeReproduced() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.failNext("trainAgain", batchesLost());
            ReproductionTest.reproduction(environment, "reproduced").reproduce(new ReproductionRequest("loan", 3));
            write("reproduced", environment.history("reproduced"));
        }
    }

    @Test
    void writeTuningAlone() throws IOException {
        try (PipelineEnvironment environment = new PipelineEnvironment()) {
            environment.services.failNext("measure", batchesLost());
            environment.tuning("tuning-alone").tune(TuningRequest.of("loan"));
            write("tuning-alone", environment.history("tuning-alone"));
        }
    }

    private static ApplicationFailure batchesLost() {
        return ApplicationFailure.newNonRetryableFailure("batch 3 is gone", FailureTypes.FEATURE_BATCHES_LOST);
    }

    private static void write(String name, String history) throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.writeString(DIRECTORY.resolve(name + ".json"), history + "\n");
    }
}
