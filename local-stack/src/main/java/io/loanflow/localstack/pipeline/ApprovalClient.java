package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.pipeline.WaitingReleases;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.WaitingRelease;
import io.temporal.api.common.v1.WorkflowExecution;
import java.time.Duration;
import java.util.List;

/** Finds releases that wait for a person, tells them what the person says, and waits for what comes of it. */
public final class ApprovalClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final TemporalConnection temporal;
    private final WaitingReleases releases;
    private final RunLinks links;

    public ApprovalClient(String address, RunLinks links) {
        temporal = new TemporalConnection(address, links.namespace());
        releases = new WaitingReleases(temporal.client());
        this.links = links;
    }

    /**
     * Those of a data set that wait, newest first.
     *
     * @throws RunFailedException where Temporal does not answer
     */
    public List<WaitingRelease> waiting(String dataset) {
        return temporal.ask("What waits is not known", () -> releases.of(dataset));
    }

    /** Page of a release in Temporal. */
    public String page(WaitingRelease waiting) {
        return links.run(execution(waiting.release()));
    }

    /**
     * Says a person's word, and waits for what comes of it.
     *
     * @param yes whether it is for the version
     * @throws RunFailedException where the release does not take it, fails, or has not ended within minutes
     */
    public ReleaseResult say(WaitingRelease waiting, boolean yes, Approval word) {
        temporal.ask("Nothing was said", () -> releases.say(waiting.release(), yes, word))
                .ifPresent(refusal -> {
                    throw new RunFailedException(refusal);
                });
        String page = "\nThe release: " + page(waiting);
        return temporal.result(
                execution(waiting.release()),
                new TemporalConnection.Awaited<>(
                        ReleaseResult.class,
                        LIMIT,
                        reason -> "The release failed: " + reason + page,
                        "The release has not ended within " + LIMIT.toMinutes() + " min. It goes on." + page));
    }

    private static WorkflowExecution execution(PipelineRun run) {
        return WorkflowExecution.newBuilder()
                .setWorkflowId(run.workflowId())
                .setRunId(run.runId())
                .build();
    }

    @Override
    public void close() {
        temporal.close();
    }
}
