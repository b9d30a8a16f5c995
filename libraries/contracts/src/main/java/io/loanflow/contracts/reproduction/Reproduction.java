package io.loanflow.contracts.reproduction;

import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Trains a registered version again from what its run recorded, and compares. On task queue {@link TaskQueues#PIPELINE}. Registers
 * nothing, changes nothing, and waits for no other run of the data set.
 */
@WorkflowInterface
public interface Reproduction {

    @WorkflowMethod
    ReproductionResult reproduce(ReproductionRequest request);
}
