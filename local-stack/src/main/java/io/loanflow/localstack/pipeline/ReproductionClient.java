package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.reproduction.Reproduction;
import io.loanflow.contracts.reproduction.ReproductionRequest;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.util.function.Consumer;

/** Has versions trained again and waits for what comes of it. */
public final class ReproductionClient implements AutoCloseable {

    /** As long as a training may take. */
    private static final Duration LIMIT = Duration.ofHours(6);

    private final TemporalConnection temporal;
    private final RunLinks links;

    public ReproductionClient(String address, RunLinks links) {
        temporal = new TemporalConnection(address, links.namespace());
        this.links = links;
    }

    /**
     * @param started told the page of the workflow
     * @throws RunFailedException where it failed, has not ended within hours, or Temporal does not answer
     */
    public ReproductionResult reproduce(ReproductionRequest request, Consumer<String> started) {
        WorkflowExecution run = temporal.ask("Nothing was started", () -> submit(request));
        started.accept(links.run(run));
        return temporal.result(
                run,
                new TemporalConnection.Awaited<>(
                        ReproductionResult.class,
                        LIMIT,
                        reason -> "Version " + request.version() + " of " + request.dataset()
                                + " cannot be made again: " + reason,
                        "It has not ended, or Temporal does not answer any more. It goes on; loanflow status shows what it"
                                + " may wait for.\n" + links.run(run)));
    }

    private WorkflowExecution submit(ReproductionRequest request) {
        Reproduction reproduction = temporal.client()
                .newWorkflowStub(
                        Reproduction.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .setWorkflowId("reproduction-" + request.dataset() + "-" + request.version() + "-"
                                        + TemporalConnection.suffix())
                                .setStaticSummary("Data set " + request.dataset() + ", version " + request.version()
                                        + ", by the loanflow command")
                                .build());
        return WorkflowClient.start(reproduction::reproduce, request);
    }

    @Override
    public void close() {
        temporal.close();
    }
}
