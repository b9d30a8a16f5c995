package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Takes the version in service out of it for good, and another one back into it. On task queue {@link TaskQueues#PIPELINE}. Waits for
 * no other run of the data set.
 */
@WorkflowInterface
public interface Rollback {

    @WorkflowMethod
    RollbackResult rollback(RollbackRequest request);
}
