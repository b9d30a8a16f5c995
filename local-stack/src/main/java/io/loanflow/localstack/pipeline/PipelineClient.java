package io.loanflow.localstack.pipeline;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageState;
import io.loanflow.contracts.tuning.Tuning;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Starts and observes runs over Temporal's own API. */
public final class PipelineClient implements AutoCloseable {

    private static final int ID_SUFFIX = 6;
    private static final DateTimeFormatter ID_TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TIME_TO_RESULT = Duration.ofMinutes(1);

    private final WorkflowServiceStubs service;
    private final WorkflowClient client;
    private final String address;
    private final String namespace;

    public PipelineClient(String address, String namespace) {
        this.address = address;
        this.namespace = namespace;
        service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setRpcQueryTimeout(QUERY_TIMEOUT)
                .build());
        client = WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    }

    /** @throws RunFailedException where Temporal does not answer within a few seconds, or does not take the run */
    public WorkflowExecution start(PipelineRequest request) {
        try {
            // Nothing is tried again here, other than in what the client does.
            service.blockingStub()
                    .withDeadlineAfter(TIME_TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return submit(request);
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new RunFailedException(
                    "No run was started: Temporal does not " + (isSilent(e) ? "answer" : "take it") + " at " + address
                            + " (" + reason(e)
                            + ").\nSee loanflow status and loanflow logs temporal; what does not run is started by:"
                            + " loanflow up",
                    e);
        }
    }

    private static boolean isSilent(RuntimeException e) {
        Status.Code code = status(e).getCode();
        return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
    }

    private static String reason(RuntimeException e) {
        Status status = status(e);
        return status.getCode() + (status.getDescription() == null ? "" : ": " + status.getDescription());
    }

    private static Status status(Throwable e) {
        Throwable cause = e;
        while (!(cause instanceof StatusRuntimeException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Status.fromThrowable(cause);
    }

    private WorkflowExecution submit(PipelineRequest request) {
        String dataset = request.dataset();
        String file = request.file();
        String time = ID_TIME.format(Instant.now().atZone(ZoneId.systemDefault()));
        Pipeline pipeline = client.newWorkflowStub(
                Pipeline.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(TaskQueues.PIPELINE)
                        .setWorkflowId("pipeline-" + dataset + "-" + time + "-" + suffix())
                        .setStaticSummary("Data set " + dataset + (file == null ? "" : " from " + file)
                                + ", by the loanflow command")
                        .build());
        return WorkflowClient.start(pipeline::run, request);
    }

    /** Two runs may start within a second, and a clock may be set back. */
    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, ID_SUFFIX);
    }

    /** How the run stands; empty while the server does not answer. */
    public Optional<RunSnapshot> look(WorkflowExecution run) {
        DescribeWorkflowExecutionResponse description;
        try {
            description = service.blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(namespace)
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
            return stub(run).query("progress", PipelineProgress.class);
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
            return client.newUntypedWorkflowStub(Tuning.workflowId(run.getWorkflowId()))
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
            return stub(run).getResult(TIME_TO_RESULT.toSeconds(), TimeUnit.SECONDS, PipelineResult.class);
        } catch (TimeoutException e) {
            throw new RunFailedException("The run ended, but Temporal at " + address + " does not tell its result.", e);
        }
    }

    /** Asks for it; the run ends once its activities have stopped. False where the server does not answer. */
    public boolean cancel(WorkflowExecution run) {
        try {
            stub(run).cancel("Ctrl-C");
            return true;
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            return false;
        }
    }

    private WorkflowStub stub(WorkflowExecution run) {
        return client.newUntypedWorkflowStub(
                WorkflowTargetOptions.newBuilder().setWorkflowExecution(run).build());
    }

    @Override
    public void close() {
        service.shutdownNow();
    }
}
