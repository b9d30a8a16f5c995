package io.loanflow.serving.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.serving.ChampionRequest;
import io.loanflow.contracts.serving.ServingActivities;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.TemporalServer;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.RegisteredModelVersion;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TemporalIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final String CALLERS = "callers";

    @Test
    void predictionsNeedNoTemporalAndTasksAreTakenOnceItIsThere(@TempDir Path state) {
        int port = FreePort.find();
        ModelFolder folder = TrainedModel.small(1).folder(DataOrigin.FILE);
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        try (RunningService service = RunningService.start(
                MLFLOW.trackingUri(), shelf.name(), "--spring.temporal.connection.target=127.0.0.1:" + port)) {
            RegisteredModelVersion version = shelf.promote(folder);
            service.awaitReady();
            assertThat(service.predict().statusCode()).isEqualTo(200);
            try (TemporalServer temporal = TemporalServer.start(state, port, FreePort.find(), List.of())) {
                ModelVersionRef reference = new ModelVersionRef(
                        version.name(),
                        version.version(),
                        version.runId(),
                        folder.facts().digest());
                assertThat(call(temporal.address(), reference).model()).isEqualTo(reference);
            }
            assertThat(service.predict().statusCode()).isEqualTo(200);
        }
    }

    private static ServingResult call(String address, ModelVersionRef version) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        WorkflowClient client = WorkflowClient.newInstance(stubs);
        WorkerFactory callers = WorkerFactory.newInstance(client);
        callers.newWorker(CALLERS).registerWorkflowImplementationTypes(CallerImpl.class);
        callers.start();
        try {
            return client.newWorkflowStub(
                            Caller.class,
                            WorkflowOptions.newBuilder().setTaskQueue(CALLERS).build())
                    .call(version);
        } finally {
            callers.shutdownNow();
            stubs.shutdownNow();
        }
    }

    /** Calls serving as the pipeline does. */
    @WorkflowInterface
    public interface Caller {

        @WorkflowMethod
        ServingResult call(ModelVersionRef version);
    }

    public static class CallerImpl implements Caller {

        private final ServingActivities serving = Workflow.newActivityStub(
                ServingActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.SERVING)
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setHeartbeatTimeout(Duration.ofSeconds(10))
                        .build());

        @Override
        public ServingResult call(ModelVersionRef version) {
            return serving.awaitChampion(new ChampionRequest(version));
        }
    }
}
