package io.loanflow.worker.pipeline;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/** The run that started a release. */
final class ParentRun {

    private ParentRun() {}

    /** Its workflow id; empty where the release was started alone. */
    static Optional<String> parent() {
        return Workflow.getInfo().getParentWorkflowId();
    }

    /** Tells it that the release waits; one that has ended meanwhile need not know. */
    static void tell(String workflowId, String line) {
        try {
            Workflow.newUntypedExternalWorkflowStub(WorkflowExecution.newBuilder()
                            .setWorkflowId(workflowId)
                            .build())
                    .signal(ReleaseListener.SIGNAL, line);
        } catch (SignalExternalWorkflowException | ApplicationFailure ended) {
            // The SDK throws the one or the other.
        }
    }
}
