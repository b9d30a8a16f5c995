package io.loanflow.worker.lease;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;

/** Waits. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class DatasetLeaseImpl implements DatasetLease {

    private boolean released;

    @Override
    public void hold(PipelineRun holder) {
        Workflow.setCurrentDetails("Held by workflow `" + holder.workflowId() + "`, run `" + holder.runId() + "`.");
        Workflow.await(() -> released);
    }

    @Override
    public void release() {
        released = true;
    }

    @Override
    public void check() {
        // That it came is the answer.
    }
}
