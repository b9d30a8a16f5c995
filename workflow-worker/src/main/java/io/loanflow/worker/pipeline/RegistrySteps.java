package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.release.ApprovalRecord;
import io.loanflow.contracts.release.ChampionMoved;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.ReleaseActivities;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The activities of a release that read and write the registry, with their time-outs. */
final class RegistrySteps {

    /** Moving an alias is a few calls. */
    private static final Duration BRIEFLY = Duration.ofMinutes(2);

    private static final Duration LONG = Duration.ofMinutes(10);

    private RegistrySteps() {}

    static ReleaseCandidate find(VersionRequest request) {
        return registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY).setSummary("Look the version up"))
                .find(request);
    }

    static PromotionResult judge(PromotionRequest request) {
        return registry(PipelineActivities.heartbeating(TaskQueues.TRAINING, LONG)
                        .setSummary("Compare version " + request.challenger().version() + " with the champion"))
                .judge(request);
    }

    static ChampionMoved move(ChampionOrder order) {
        ReleaseActivities registry =
                registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY).setSummary(order.summary()));
        return order.back() ? registry.moveChampionBack(order.move()) : registry.moveChampion(order.move());
    }

    static void appoint(PromotionRequest request) {
        registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Make version " + request.challenger().version() + " the champion"))
                .appoint(request);
    }

    /** The champion now; null where there is none. */
    static @Nullable ModelVersionRef refuse(Refusal refusal) {
        return registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Say why version " + refusal.version().version() + " is refused"))
                .refuse(refusal);
    }

    /** The champion now; null where there is none. */
    static @Nullable ModelVersionRef reinstate(Refusal refusal) {
        return registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Take version " + refusal.version().version() + " back"))
                .reinstate(refusal);
    }

    static void recordRehearsal(RehearsalRecord rehearsal) {
        registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Add the rehearsal to the ruling of version "
                                + rehearsal.version().version()))
                .recordRehearsal(rehearsal);
    }

    static void recordApproval(ApprovalRecord approval) {
        registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary(
                                "Say who approved version " + approval.version().version()))
                .recordApproval(approval);
    }

    static RollbackPlan planRollback(RollbackRequest request) {
        return registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY).setSummary("Find the way back"))
                .planRollback(request);
    }

    static void rollBack(RollbackPlan plan) {
        registry(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Withdraw version " + plan.from().version() + ", put version "
                                + plan.to().version() + " in service"))
                .rollBack(plan);
    }

    private static ReleaseActivities registry(ActivityOptions.Builder options) {
        return Workflow.newActivityStub(ReleaseActivities.class, options.build());
    }
}
