package io.loanflow.training.parts;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.testsupport.TemporalExtension;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.fixture.ServiceProcess;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A forest that two processes of the service grow together: this one and another, on one task queue. */
class PartTrainingIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    @TempDir
    static Path directory;

    private static final String QUEUE = "parts-test";
    private static final int PARTS = 4;
    /** Enough work for both, and to be killed in the middle of. */
    private static final TrainingSettings SETTINGS = TrainingSettings.of(300, 1);

    private static RunningService service;
    private static WorkerFactory workflows;

    @BeforeAll
    static void start() {
        service = RunningService.startWorking(
                MLFLOW.trackingUri(), REDIS.redisUrl(), directory.resolve("data"), TEMPORAL.address());
        workflows = WorkerFactory.newInstance(service.bean(WorkflowClient.class));
        workflows.newWorker(QUEUE).registerWorkflowImplementationTypes(PartsWorkflow.Fanned.class);
        workflows.start();
    }

    @AfterAll
    static void stop() {
        workflows.shutdownNow();
        service.close();
    }

    @Test
    void workersShareThePartsAndTheForestIsTheSameAsGrownInOnePiece() throws IOException {
        TrainingResult whole = service.train(service.prepare("parts_whole", PreprocessingSettings.DEFAULTS, SETTINGS));
        TrainingRequest request = service.prepare("parts_shared", PreprocessingSettings.DEFAULTS, SETTINGS);
        try (ServiceProcess other = other()) {
            WorkflowStub run = run("shared", request);
            TrainingResult result = run.getResult(TrainingResult.class);

            assertThat(result.model().digest()).isEqualTo(whole.model().digest());
            assertThat(result.metrics()).isEqualTo(whole.metrics());
            assertThat(attempts("shared").workers()).hasSize(2).anyMatch(other::is);
            assertThat(service.bean(MlflowArtifacts.class).list(result.model().runId(), "parts"))
                    .as("parts that nobody needs any more")
                    .isEmpty();
        }
    }

    @Test
    void aWorkerThatIsKilledCostsItsOwnPartOnly() throws IOException {
        TrainingRequest request = service.prepare("parts_killed", PreprocessingSettings.DEFAULTS, SETTINGS);
        try (ServiceProcess other = other()) {
            WorkflowStub run = run("killed", request);
            await().until(() -> pending("killed").stream()
                    .anyMatch(part -> part.hasHeartbeatDetails() && other.is(part.getLastWorkerIdentity())));
            other.kill();
            run.getResult(TrainingResult.class);

            assertThat(attempts("killed").attempts().subList(0, PARTS - 1)).containsOnly(1);
            assertThat(attempts("killed").attempts().get(PARTS - 1)).isEqualTo(2);
        }
    }

    /** Another process, which has taken its first task: it waits for more. */
    private static ServiceProcess other() throws IOException {
        ServiceProcess other = ServiceProcess.start(
                MLFLOW.trackingUri(), REDIS.redisUrl(), directory.resolve("data"), TEMPORAL.address());
        await().until(() -> other.isReady(service.bean(WorkflowClient.class)));
        return other;
    }

    private static WorkflowStub run(String id, TrainingRequest request) {
        PartsWorkflow workflow = service.bean(WorkflowClient.class)
                .newWorkflowStub(
                        PartsWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(id)
                                .setTaskQueue(QUEUE)
                                .build());
        WorkflowClient.start(workflow::run, request, PARTS);
        return WorkflowStub.fromTyped(workflow);
    }

    private static List<PendingActivityInfo> pending(String id) {
        return service.bean(WorkflowClient.class)
                .newUntypedWorkflowStub(id)
                .describe()
                .getRawDescription()
                .getPendingActivitiesList();
    }

    private static PartAttempts attempts(String id) {
        return PartAttempts.of(service.bean(WorkflowClient.class).fetchHistory(id));
    }
}
