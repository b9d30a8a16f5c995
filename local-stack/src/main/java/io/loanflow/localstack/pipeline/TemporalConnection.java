package io.loanflow.localstack.pipeline;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Temporal at one address, in one namespace. */
final class TemporalConnection implements AutoCloseable {

    private static final int ID_SUFFIX = 6;
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(3);
    /** Where nothing listens it is refused at once; a busy machine may take seconds for the first call. */
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(20);

    private final WorkflowServiceStubs service;
    private final WorkflowClient client;
    private final String address;

    TemporalConnection(String address, String namespace) {
        this.address = address;
        service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setRpcQueryTimeout(QUERY_TIMEOUT)
                .build());
        client = WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    }

    WorkflowServiceStubs service() {
        return service;
    }

    WorkflowClient client() {
        return client;
    }

    String address() {
        return address;
    }

    String namespace() {
        return client.getOptions().getNamespace();
    }

    WorkflowStub stub(WorkflowExecution run) {
        return client.newUntypedWorkflowStub(
                WorkflowTargetOptions.newBuilder().setWorkflowExecution(run).build());
    }

    /** Ends a workflow's id: two may start within a second, and a clock may be set back. */
    static String suffix() {
        return UUID.randomUUID().toString().substring(0, ID_SUFFIX);
    }

    /**
     * Asks something of Temporal.
     *
     * @param undone what has not come about where it does not answer, as "No run was started"
     * @throws RunFailedException where it does not answer, or refuses
     */
    <T> T ask(String undone, Supplier<T> question) {
        try {
            // Nothing is tried again here, other than in what the client does.
            service.blockingStub()
                    .withDeadlineAfter(TIME_TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return question.get();
        } catch (WorkflowServiceException | StatusRuntimeException e) {
            throw new RunFailedException(
                    undone + ": Temporal does not " + (isSilent(e) ? "answer" : "take it") + " at " + address + " ("
                            + reason(e)
                            + ").\nSee loanflow status and loanflow logs temporal; what does not run is started by:"
                            + " loanflow up",
                    e);
        }
    }

    /**
     * How to wait for what comes of a run.
     *
     * @param failed what to say where it failed, of its reason
     * @param pending what to say where it has not ended in time, or Temporal does not answer any more
     */
    record Awaited<R>(Class<R> type, Duration limit, UnaryOperator<String> failed, String pending) {}

    /** @throws RunFailedException where there is no result */
    <R> R result(WorkflowExecution run, Awaited<R> awaited) {
        try {
            return stub(run).getResult(awaited.limit().toSeconds(), TimeUnit.SECONDS, awaited.type());
        } catch (WorkflowFailedException e) {
            throw new RunFailedException(awaited.failed().apply(RunFailure.of(e).reason()), e);
        } catch (TimeoutException | WorkflowServiceException e) {
            throw new RunFailedException(awaited.pending(), e);
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

    static Status status(Throwable e) {
        Throwable cause = e;
        while (!(cause instanceof StatusRuntimeException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Status.fromThrowable(cause);
    }

    @Override
    public void close() {
        service.shutdownNow();
    }
}
