package io.loanflow.monitoring.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.AwaitedApproval;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells releases what people say. Temporal refuses what the release does not take. */
@Component
public class ReleaseDesk {

    private static final int MOST = 100;

    private final WorkflowClient temporal;

    ReleaseDesk(WorkflowClient temporal) {
        this.temporal = temporal;
    }

    /**
     * Those of a data set that wait, the newest first.
     *
     * @param dataset a name that the catalogue has
     */
    public List<WaitingRelease> waiting(String dataset) {
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
                .flatMap(execution -> waitingRelease(execution.getWorkflowId()))
                .toList();
    }

    private Stream<WaitingRelease> waitingRelease(String workflowId) {
        try {
            AwaitedApproval awaited =
                    temporal.newUntypedWorkflowStub(workflowId).query("awaitedApproval", AwaitedApproval.class);
            return Optional.ofNullable(awaited).stream().map(found -> new WaitingRelease(workflowId, found));
        } catch (WorkflowException ended) {
            return Stream.of();
        }
    }

    /**
     * Says a person's word.
     *
     * @param workflowId of one of those that wait
     * @throws WordRefusedException with the reason, where the release does not take it
     */
    public void say(String dataset, String workflowId, boolean yes, Approval word) {
        if (waiting(dataset).stream().noneMatch(release -> release.workflowId().equals(workflowId))) {
            throw new WordRefusedException("This release waits for nobody any more.");
        }
        Release release = temporal.newWorkflowStub(Release.class, workflowId);
        try {
            var unused = yes ? release.approve(word) : release.reject(word);
        } catch (WorkflowUpdateException e) {
            throw new WordRefusedException(
                    e.getCause() instanceof ApplicationFailure refusal
                            ? refusal.getOriginalMessage()
                            : "The release did not take it.",
                    e);
        }
    }

    /**
     * Takes the version in service out of it for good.
     *
     * @return id of the workflow that does it
     */
    public String rollBack(RollbackRequest request) {
        String id = "rollback-" + request.dataset() + "-" + UUID.randomUUID();
        Rollback rollback = temporal.newWorkflowStub(
                Rollback.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(TaskQueues.PIPELINE)
                        .setWorkflowId(id)
                        .setStaticSummary("Data set " + request.dataset() + ", from the page of releases")
                        .build());
        var unused = WorkflowClient.start(rollback::rollback, request);
        return id;
    }
}
