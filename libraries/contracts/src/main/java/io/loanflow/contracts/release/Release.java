package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Brings a registered version into service: the gate judges it, serving rehearses it, the alias {@code champion} moves, every live
 * replica of serving answers with it. What fails after the alias moved moves it back. On task queue {@link TaskQueues#PIPELINE}; a
 * child of a pipeline, or started alone for any version.
 */
@WorkflowInterface
public interface Release {

    /** Of the release that a pipeline starts. */
    static String workflowId(String pipelineId) {
        return pipelineId + "-release";
    }

    @WorkflowMethod
    ReleaseResult release(ReleaseRequest request);

    /** One line for people. */
    @QueryMethod
    String progress();
}
