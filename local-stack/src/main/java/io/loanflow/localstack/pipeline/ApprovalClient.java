package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.AwaitedApproval;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseResult;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds releases that wait for a person, and tells them what the person says. */
public final class ApprovalClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int MOST = 100;

    private final TemporalConnection temporal;
    private final RunLinks links;

    public ApprovalClient(String address, RunLinks links) {
        temporal = new TemporalConnection(address, links.namespace());
        this.links = links;
    }

    /** A release with what it waits for. */
    public record Waiting(WorkflowExecution release, AwaitedApproval awaited) {}

    /**
     * Those of a data set that wait, newest first.
     *
     * @throws RunFailedException where Temporal does not answer
     */
    public List<Waiting> waiting(String dataset) {
        ListWorkflowExecutionsRequest request = ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace(temporal.namespace())
                .setPageSize(MOST)
                .setQuery("WorkflowType = '" + Release.class.getSimpleName() + "' AND ExecutionStatus = 'Running' AND "
                        + PipelineSearchAttributes.DATASET.getName() + " = '" + dataset + "'")
                .build();
        return temporal
                .ask(
                        "What waits is not known",
                        () -> temporal.service().blockingStub().listWorkflowExecutions(request))
                .getExecutionsList()
                .stream()
                .map(WorkflowExecutionInfo::getExecution)
                .flatMap(this::waiting)
                .toList();
    }

    private Stream<Waiting> waiting(WorkflowExecution release) {
        try {
            return Optional.ofNullable(temporal.stub(release).query("awaitedApproval", AwaitedApproval.class)).stream()
                    .map(awaited -> new Waiting(release, awaited));
        } catch (WorkflowException ended) {
            return Stream.of();
        }
    }

    /**
     * Says a person's word, and waits for what comes of it.
     *
     * @param update {@code approve} or {@code reject}
     * @throws RunFailedException where the release does not take it, fails, or has not ended within minutes
     */
    public ReleaseResult say(Waiting waiting, String update, Approval word) {
        WorkflowExecution release = waiting.release();
        var unused = temporal.ask("Nothing was said", () -> told(release, update, word));
        String page = "\nThe release: " + links.run(release);
        return temporal.result(
                release,
                new TemporalConnection.Awaited<>(
                        ReleaseResult.class,
                        LIMIT,
                        reason -> "The release failed: " + reason + page,
                        "The release has not ended within " + LIMIT.toMinutes() + " min. It goes on." + page));
    }

    private @Nullable AwaitedApproval told(WorkflowExecution release, String update, Approval word) {
        try {
            return temporal.stub(release).update(update, AwaitedApproval.class, word);
        } catch (WorkflowUpdateException e) {
            throw new RunFailedException(
                    e.getCause() instanceof ApplicationFailure refusal
                            ? refusal.getOriginalMessage()
                            : "The release did not take it.",
                    e);
        }
    }

    @Override
    public void close() {
        temporal.close();
    }
}
