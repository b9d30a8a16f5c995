package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Looks at the first decisions of a version that came into service, and rolls it back where they are not as the policy wants them. On
 * task queue {@link TaskQueues#PIPELINE}; begun by the release, which does not wait for it.
 */
@WorkflowInterface
public interface FirstWindow {

    /** Of a version's watch. */
    static String workflowId(ModelVersionRef version) {
        return "first-window-" + version.name() + "-" + version.version();
    }

    @WorkflowMethod
    FirstWindowResult watch(FirstWindowRequest request);
}
