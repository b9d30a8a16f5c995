package io.loanflow.contracts.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.AwaitedApproval;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.WaitingRelease;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds releases that wait for a person, and tells them what the person says. Temporal refuses what a release does not take. */
public final class WaitingReleases {

    private static final int MOST = 100;

    private final WorkflowClient temporal;

    public WaitingReleases(WorkflowClient temporal) {
        this.temporal = temporal;
    }

    /**
     * Those of a data set that wait, the newest first.
     *
     * @param dataset a name of letters, digits and _
     */
    public List<WaitingRelease> of(String dataset) {
        ListWorkflowExecutionsRequest request = ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace(temporal.getOptions().getNamespace())
                .setPageSize(MOST)
                .setQuery("WorkflowType = '" + Release.class.getSimpleName() + "' AND ExecutionStatus = 'Running' AND "
                        + PipelineSearchAttributes.DATASET.getName() + " = '" + dataset + "'")
                .build();
        return temporal
                .getWorkflowServiceStubs()
                .blockingStub()
                .listWorkflowExecutions(request)
                .getExecutionsList()
                .stream()
                .map(WorkflowExecutionInfo::getExecution)
                .map(execution -> new PipelineRun(execution.getWorkflowId(), execution.getRunId()))
                .flatMap(this::waiting)
                .toList();
    }

    private Stream<WaitingRelease> waiting(PipelineRun release) {
        try {
            return Optional.ofNullable(stub(release).query("awaitedApproval", AwaitedApproval.class)).stream()
                    .map(awaited -> new WaitingRelease(release, awaited));
        } catch (WorkflowException ended) {
            return Stream.of();
        }
    }

    /** Says a person's word: why the release does not take it, as a sentence; empty where it does. */
    public Optional<String> say(PipelineRun release, boolean yes, Approval word) {
        try {
            var unused = stub(release).update(yes ? "approve" : "reject", AwaitedApproval.class, word);
            return Optional.empty();
        } catch (WorkflowUpdateException e) {
            return Optional.of(
                    e.getCause() instanceof ApplicationFailure refusal
                            ? refusal.getOriginalMessage()
                            : "The release did not take it.");
        } catch (WorkflowNotFoundException ended) {
            return Optional.of("The release is over; it waits for nobody any more.");
        }
    }

    private WorkflowStub stub(PipelineRun release) {
        return temporal.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                .setWorkflowExecution(WorkflowExecution.newBuilder()
                        .setWorkflowId(release.workflowId())
                        .setRunId(release.runId())
                        .build())
                .build());
    }
}
