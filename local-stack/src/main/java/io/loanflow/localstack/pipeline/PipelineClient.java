package io.loanflow.localstack.pipeline;

import io.grpc.StatusRuntimeException;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageState;
import io.loanflow.contracts.tuning.Tuning;
import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StackConfiguration;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Starts and observes runs over Temporal's own API. */
public final class PipelineClient implements AutoCloseable {

    private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final Duration TIME_TO_RESULT = Duration.ofMinutes(1);

    private final TemporalConnection temporal;
    private final RunHistory history;

    public PipelineClient(String address, String namespace) {
        temporal = new TemporalConnection(address, namespace);
        history = new RunHistory(temporal);
    }

    /** Of a stack's Temporal. */
    public static PipelineClient of(StackConfiguration configuration) {
        Connections connections = configuration.connections();
        return new PipelineClient(connections.temporalAddress(), connections.temporalNamespace());
    }

    /** @throws RunFailedException where Temporal does not answer within a few seconds, or does not take the run */
    public WorkflowExecution start(PipelineRequest request) {
        return temporal.ask("No run was started", () -> submit(request));
    }

    /**
     * The newest run of an id.
     *
     * @throws RunFailedException where there is none, it is no run of the pipeline, or Temporal does not answer
     */
    public WorkflowExecution find(String workflowId) {
        return history.find(workflowId);
    }

    /**
     * Some runs of a data set, newest first.
     *
     * @throws RunFailedException where Temporal does not answer
     */
    public List<RunEntry> newest(String dataset) {
        return history.newest(dataset);
    }

    private WorkflowExecution submit(PipelineRequest request) {
        String dataset = request.dataset();
        String file = request.file();
        String time = ID_TIME.format(Instant.now().atZone(ZoneId.systemDefault()));
        Pipeline pipeline = temporal.client()
                .newWorkflowStub(
                        Pipeline.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .setWorkflowId("pipeline-" + dataset + "-" + time + "-" + TemporalConnection.suffix())
                                .setStaticSummary("Data set " + dataset + (file == null ? "" : " from " + file)
                                        + ", by the loanflow command")
                                .build());
        return WorkflowClient.start(pipeline::run, request);
    }

    /** How the run stands; empty while the server does not answer. */
    public Optional<RunSnapshot> look(WorkflowExecution run) {
        DescribeWorkflowExecutionResponse description;
        try {
            description = temporal.service()
                    .blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(temporal.namespace())
                            .setExecution(run)
                            .build());
        } catch (StatusRuntimeException e) {
            return Optional.empty();
        }
        PipelineProgress progress = progress(run);
        boolean open = description.getWorkflowExecutionInfo().getStatus()
                == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        return Optional.of(new RunSnapshot(
                open,
                progress,
                tuning(run, progress),
                description.getPendingActivitiesList().stream()
                        .map(ActivityView::of)
                        .toList()));
    }

    /** Null while no worker answers. */
    private @Nullable PipelineProgress progress(WorkflowExecution run) {
        try {
            return temporal.stub(run).query("progress", PipelineProgress.class);
        } catch (WorkflowException | StatusRuntimeException e) {
            return null;
        }
    }

    /** What a tuning that is under way says of itself; null while there is none or no worker answers. */
    private @Nullable String tuning(WorkflowExecution run, @Nullable PipelineProgress progress) {
        if (progress == null
                || progress.stages().stream()
                        .noneMatch(stage -> stage.stage() == Stage.TUNE && stage.state() == StageState.RUNNING)) {
            return null;
        }
        try {
            return temporal.client()
                    .newUntypedWorkflowStub(Tuning.workflowId(run.getWorkflowId()))
                    .query("progress", String.class);
        } catch (WorkflowException | StatusRuntimeException e) {
            return null;
        }
    }

    /**
     * The result of a run that ended.
     *
     * @throws WorkflowFailedException if it failed
     * @throws RunFailedException if Temporal stopped answering meanwhile
     */
    public PipelineResult result(WorkflowExecution run) {
        try {
            return temporal.stub(run).getResult(TIME_TO_RESULT.toSeconds(), TimeUnit.SECONDS, PipelineResult.class);
        } catch (TimeoutException e) {
            throw new RunFailedException(
                    "The run ended, but Temporal at " + temporal.address() + " does not tell its result.", e);
        }
    }

    /** Asks for it; the run ends once its activities have stopped. False where the server does not answer. */
    public boolean cancel(WorkflowExecution run) {
        try {
            temporal.stub(run).cancel("by the loanflow command");
            return true;
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        temporal.close();
    }
}
