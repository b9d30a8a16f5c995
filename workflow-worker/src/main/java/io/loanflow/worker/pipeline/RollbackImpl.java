package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.ReleaseEvidence;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the way back, tries it, and goes it; or stays where it was. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class RollbackImpl implements Rollback {

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public RollbackImpl(@Nullable RollbackRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public RollbackResult rollback(@Nullable RollbackRequest request) {
        String dataset = RequestedDataset.required(
                request == null ? null : request.dataset(),
                "rollback",
                "{\"dataset\": \"loan\", \"reason\": \"rejects everybody\"}");
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(dataset));
        RollbackPlan plan = RegistrySteps.planRollback(Objects.requireNonNull(request));
        if (request.from() != null && request.from() != plan.from().version()) {
            throw overtaken(request.from(), plan.from());
        }
        Workflow.setCurrentDetails("tries version " + plan.to().version() + " in serving");
        var unused = RehearsalStage.rehearse(plan.to());
        if (Workflow.getVersion("champion-switch", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            RegistrySteps.rollBack(plan);
            return result(plan, Replicas.await(plan.to()));
        }
        return rollBack(plan, new ReleaseCause(plan.reason(), request.startedBy(), evidence(request)));
    }

    private static RollbackResult rollBack(RollbackPlan plan, ReleaseCause cause) {
        Champion.Outcome outcome =
                Champion.put(plan.to(), plan.from(), plan.reason(), cause, Workflow::setCurrentDetails);
        if (outcome instanceof Champion.InService in) {
            Workflow.setCurrentDetails("version " + plan.to().version() + " is in service");
            return result(plan, in.replicas());
        }
        if (outcome instanceof Champion.TakenBack back) {
            throw back.cancelled() ? back.failure() : takenBack(plan, back);
        }
        throw overtaken(plan.from().version(), ((Champion.Overtaken) outcome).champion());
    }

    private static ReleaseEvidence evidence(RollbackRequest request) {
        return request.evidence() == null ? ReleaseEvidence.NONE : request.evidence();
    }

    private static RollbackResult result(RollbackPlan plan, Replicas replicas) {
        return new RollbackResult(plan.from(), plan.to(), replicas.answering());
    }

    private static ApplicationFailure takenBack(RollbackPlan plan, Champion.TakenBack back) {
        return ApplicationFailure.newNonRetryableFailureWithCause(
                "Version " + plan.to().version() + " does not come into service: " + FailureReason.of(back.failure())
                        + ". " + champion(back.champion()) + "; version "
                        + plan.from().version()
                        + " is not withdrawn.",
                FailureTypes.MODEL_UNUSABLE,
                back.failure());
    }

    private static ApplicationFailure overtaken(int left, @Nullable ModelVersionRef champion) {
        return ApplicationFailure.newNonRetryableFailure(
                "Version " + left + " is the champion no more: somebody moved the alias meanwhile. "
                        + champion(champion) + "; nothing was changed.",
                FailureTypes.SETTINGS_INVALID);
    }

    private static String champion(@Nullable ModelVersionRef champion) {
        return champion == null ? "There is no champion" : "The champion is version " + champion.version();
    }
}
