package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.FirstWindow;
import io.loanflow.contracts.release.FirstWindowRequest;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has the first decisions of a version looked at, where the policy wants it. */
final class FirstWindowBegin {

    private FirstWindowBegin() {}

    /** Does not wait for it: the release is done. */
    static void of(ModelVersionRef version, @Nullable RolloutPolicy policy, Instant from) {
        if (policy != null
                && policy.firstWindow() != null
                && Workflow.getVersion("first-window", Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION) {
            begin(new FirstWindowRequest(version.name(), version, policy.firstWindow(), from));
        }
    }

    private static void begin(FirstWindowRequest request) {
        ModelVersionRef version = request.version();
        FirstWindow watch = Workflow.newChildWorkflowStub(
                FirstWindow.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(FirstWindow.workflowId(version))
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary("First decisions of version " + version.version() + " of " + version.name())
                        .build());
        var unused = Async.function(watch::watch, request);
        try {
            var unusedExecution = Workflow.getWorkflowExecution(watch).get();
        } catch (ChildWorkflowFailure failure) {
            // A release that was reset has begun it before.
            if (!(failure.getCause() instanceof WorkflowExecutionAlreadyStarted)) {
                throw failure;
            }
        }
    }
}
