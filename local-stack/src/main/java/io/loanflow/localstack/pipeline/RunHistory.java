package io.loanflow.localstack.pipeline;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import java.util.List;

/** The runs of the pipeline that Temporal remembers. */
final class RunHistory {

    /** Of the workflow. */
    static final String TYPE = Pipeline.class.getSimpleName();

    private static final int NEWEST = 20;

    private final TemporalConnection temporal;

    RunHistory(TemporalConnection temporal) {
        this.temporal = temporal;
    }

    /** Of a data set, newest first. */
    List<RunEntry> newest(String dataset) {
        ListWorkflowExecutionsRequest request = ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace(temporal.namespace())
                .setPageSize(NEWEST)
                .setQuery("WorkflowType = '" + TYPE + "' AND " + PipelineSearchAttributes.DATASET.getName() + " = '"
                        + dataset + "'")
                .build();
        return temporal
                .ask(
                        "The runs are not known",
                        () -> temporal.service().blockingStub().listWorkflowExecutions(request))
                .getExecutionsList()
                .stream()
                .map(RunEntry::of)
                .toList();
    }

    /** The newest of an id. */
    WorkflowExecution find(String workflowId) {
        WorkflowExecutionInfo info = temporal.ask("Nothing is known of " + workflowId, () -> describe(workflowId));
        if (!info.getType().getName().equals(TYPE)) {
            throw new RunFailedException(workflowId + " is no run of the pipeline, but a "
                    + info.getType().getName() + "; loanflow runs lists the runs.");
        }
        return info.getExecution();
    }

    private WorkflowExecutionInfo describe(String workflowId) {
        try {
            return temporal.service()
                    .blockingStub()
                    .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace(temporal.namespace())
                            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                            .build())
                    .getWorkflowExecutionInfo();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                throw new RunFailedException("There is no run " + workflowId + "; loanflow runs lists the runs.", e);
            }
            throw e;
        }
    }
}
