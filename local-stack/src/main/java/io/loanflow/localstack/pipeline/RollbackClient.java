package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;

/** Starts rollbacks and waits for what comes of them. */
public final class RollbackClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final TemporalConnection temporal;
    private final RunLinks links;

    public RollbackClient(String address, RunLinks links) {
        temporal = new TemporalConnection(address, links.namespace());
        this.links = links;
    }

    /** @throws RunFailedException where it failed, has not ended within minutes, or Temporal does not answer */
    public RollbackResult rollBack(RollbackRequest request) {
        WorkflowExecution run = temporal.ask("No rollback was started", () -> submit(request));
        String page = "\nThe rollback: " + links.run(run);
        return temporal.result(
                run,
                new TemporalConnection.Awaited<>(
                        RollbackResult.class,
                        LIMIT,
                        reason -> "No rollback: " + reason + page,
                        "The rollback has not ended within " + LIMIT.toMinutes()
                                + " min. It goes on; loanflow status shows what it may wait for." + page));
    }

    private WorkflowExecution submit(RollbackRequest request) {
        Rollback rollback = temporal.client()
                .newWorkflowStub(
                        Rollback.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .setWorkflowId("rollback-" + request.dataset() + "-" + TemporalConnection.suffix())
                                .setStaticSummary("Data set " + request.dataset() + ", by the loanflow command")
                                .build());
        return WorkflowClient.start(rollback::rollback, request);
    }

    @Override
    public void close() {
        temporal.close();
    }
}
