package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/**
 * Brings a registered version into service: the gate judges it, serving rehearses it, a person approves it where the data set
 * asks for that, the alias {@code champion} moves, every live replica of serving answers with it. What fails after the alias moved moves it back. On task queue {@link TaskQueues#PIPELINE}; a
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

    /** What it waits for; null where it waits for nobody. */
    @QueryMethod
    @Nullable
    AwaitedApproval awaitedApproval();

    /** Brings the version into service. Refused where nobody is waited for, or this person may not say so. */
    @UpdateMethod
    AwaitedApproval approve(Approval approval);

    @UpdateValidatorMethod(updateName = "approve")
    void validateApprove(Approval approval);

    /** Keeps the version out of service. Refused where nobody is waited for. */
    @UpdateMethod
    AwaitedApproval reject(Approval rejection);

    @UpdateValidatorMethod(updateName = "reject")
    void validateReject(Approval rejection);
}
