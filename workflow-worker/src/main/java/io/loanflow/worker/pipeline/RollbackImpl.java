package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import org.jspecify.annotations.Nullable;

/** Finds the way back, tries it, and goes it. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class RollbackImpl implements Rollback {

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public RollbackImpl(@Nullable RollbackRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public RollbackResult rollback(@Nullable RollbackRequest request) {
        if (request == null || request.dataset() == null || request.dataset().isBlank()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The request names no data set. Start the rollback with an input such as"
                            + " {\"dataset\": \"loan\", \"reason\": \"rejects everybody\"}.",
                    FailureTypes.SETTINGS_INVALID);
        }
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(request.dataset()));
        RollbackPlan plan = ReleaseSteps.planRollback(request);
        RehearsalStage.rehearse(plan.to());
        ReleaseSteps.rollBack(plan);
        Replicas replicas = Replicas.await(plan.to());
        return new RollbackResult(plan.from(), plan.to(), replicas.answering());
    }
}
