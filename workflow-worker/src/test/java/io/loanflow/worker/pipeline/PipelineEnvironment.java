package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.tuning.Tuning;
import io.loanflow.worker.input.StrictInput;
import io.loanflow.worker.lease.DatasetLeaseImpl;
import io.loanflow.worker.lease.DatasetQueueImpl;
import io.loanflow.worker.ledger.ReleaseLedgerImpl;
import io.loanflow.worker.monitoring.MonitoringImpl;
import io.loanflow.worker.monitoring.RetrainingImpl;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;

/** Temporal's test server, which skips idle time, or a real one, with the pipeline's workflows and fake services on their task queues. */
final class PipelineEnvironment implements AutoCloseable {

    static final List<String> REPLICAS = List.of("serving@one", "serving@two");

    private static final WorkerOptions HEARTBEATS_AT_ONCE = WorkerOptions.newBuilder()
            .setMaxHeartbeatThrottleInterval(Duration.ofMillis(50))
            .build();

    final FakeServices services = new FakeServices();
    final FakeMonitoring monitoring = new FakeMonitoring(services);
    private final TestWorkflowEnvironment temporal;

    PipelineEnvironment() {
        this(TestEnvironmentOptions.newBuilder());
    }

    /** On a real server, which passes no time on. */
    PipelineEnvironment(String address) {
        this(TestEnvironmentOptions.newBuilder().setUseExternalService(true).setTarget(address));
    }

    private PipelineEnvironment(TestEnvironmentOptions.Builder options) {
        options
                // Otherwise stored histories would name the machine that made them.
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setIdentity("pipeline-test")
                        .setDataConverter(StrictInput.dataConverter())
                        .build())
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(StrictInput.interceptor())
                        .build());
        PipelineSearchAttributes.ALL.forEach(key -> options.registerSearchAttribute(key.getName(), key.getValueType()));
        temporal = TestWorkflowEnvironment.newInstance(options.build());
        temporal.newWorker(TaskQueues.PIPELINE)
                .registerWorkflowImplementationTypes(
                        PipelineImpl.class,
                        TuningImpl.class,
                        ReleaseImpl.class,
                        RollbackImpl.class,
                        FirstWindowImpl.class,
                        ReproductionImpl.class,
                        MonitoringImpl.class,
                        RetrainingImpl.class,
                        ChampionSwitchImpl.class,
                        ReleaseLedgerImpl.class,
                        DatasetQueueImpl.class,
                        DatasetLeaseImpl.class);
        temporal.newWorker(TaskQueues.MONITORING).registerActivitiesImplementations(monitoring);
        temporal.newWorker(TaskQueues.INGESTION).registerActivitiesImplementations(services.ingestion);
        temporal.newWorker(TaskQueues.PREPROCESSING).registerActivitiesImplementations(services.preprocessing);
        FakeReproduction reproduction = new FakeReproduction(services);
        temporal.newWorker(TaskQueues.TRAINING, HEARTBEATS_AT_ONCE)
                .registerActivitiesImplementations(services.training, services.tuning, reproduction);
        temporal.newWorker(TaskQueues.REGISTRY).registerActivitiesImplementations(services.training, reproduction);
        temporal.newWorker(TaskQueues.SERVING, HEARTBEATS_AT_ONCE).registerActivitiesImplementations(services.serving);
        REPLICAS.forEach(replica ->
                temporal.newWorker(replica, HEARTBEATS_AT_ONCE).registerActivitiesImplementations(services.serving));
        temporal.start();
    }

    WorkflowClient client() {
        return temporal.getWorkflowClient();
    }

    Pipeline pipeline(String workflowId) {
        return stub(Pipeline.class, workflowId);
    }

    Tuning tuning(String workflowId) {
        return stub(Tuning.class, workflowId);
    }

    <W> W stub(Class<W> workflow, String workflowId) {
        return client().newWorkflowStub(
                        workflow,
                        WorkflowOptions.newBuilder()
                                .setWorkflowId(workflowId)
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .build());
    }

    /** Starts a run of the data set {@code loan} and does not wait for it. */
    WorkflowStub start(String workflowId) {
        return start(workflowId, PipelineRequest.of("loan"));
    }

    WorkflowStub start(String workflowId, PipelineRequest request) {
        Pipeline pipeline = pipeline(workflowId);
        WorkflowClient.start(pipeline::run, request);
        return WorkflowStub.fromTyped(pipeline);
    }

    /** Markdown that Temporal's UI shows of a run. */
    String details(String workflowId) {
        return client().newUntypedWorkflowStub(workflowId)
                .query("__temporal_workflow_metadata", WorkflowMetadata.class)
                .getCurrentDetails();
    }

    void skip(Duration time) {
        temporal.sleep(time);
    }

    boolean isClosed(String workflowId) {
        return client().newUntypedWorkflowStub(workflowId).describe().getStatus()
                != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    String history(String workflowId) {
        return client().fetchHistory(workflowId).toJson(true);
    }

    @Override
    public void close() {
        temporal.close();
    }
}
