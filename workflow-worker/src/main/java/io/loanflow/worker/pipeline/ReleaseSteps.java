package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.FirstDecisionsRequest;
import io.loanflow.contracts.monitoring.MonitoringActivities;
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
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.CanaryOrder;
import io.loanflow.contracts.serving.ChampionRequest;
import io.loanflow.contracts.serving.Rehearsal;
import io.loanflow.contracts.serving.ServingActivities;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.serving.ShadowOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The activities of a release with their time-outs. */
final class ReleaseSteps {

    /** Moving an alias is a few calls. */
    private static final Duration BRIEFLY = Duration.ofMinutes(2);

    /** A large model comes over a slow network; serving heartbeats meanwhile, and gives up a server that is silent. */
    private static final Duration FETCHED_WITHIN = Duration.ofHours(1);

    private static final Duration LONG = Duration.ofMinutes(10);

    /** A replica that lives takes a task at once; one that has died since it was listed never does. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(20);

    private ReleaseSteps() {}

    static ReleaseCandidate find(VersionRequest request) {
        return training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY).setSummary("Look the version up"))
                .find(request);
    }

    static PromotionResult judge(PromotionRequest request) {
        return training(PipelineActivities.heartbeating(TaskQueues.TRAINING, LONG)
                        .setSummary("Compare version " + request.challenger().version() + " with the champion"))
                .judge(request);
    }

    /** @param queue of one replica, or that of all */
    static Rehearsal rehearseOn(String queue, ModelVersionRef version) {
        ActivityOptions.Builder options = PipelineActivities.heartbeating(queue, FETCHED_WITHIN);
        if (!queue.equals(TaskQueues.SERVING)) {
            options.setScheduleToStartTimeout(TAKEN_WITHIN);
        }
        return serving(options.setSummary("Try version " + version.version() + " beside the one in service"))
                .rehearse(version);
    }

    static ChampionMoved move(ChampionOrder order) {
        ReleaseActivities registry =
                training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY).setSummary(order.summary()));
        return order.back() ? registry.moveChampionBack(order.move()) : registry.moveChampion(order.move());
    }

    static void appoint(PromotionRequest request) {
        training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Make version " + request.challenger().version() + " the champion"))
                .appoint(request);
    }

    /** The champion now; null where there is none. */
    static @Nullable ModelVersionRef refuse(Refusal refusal) {
        return training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Say why version " + refusal.version().version() + " is refused"))
                .refuse(refusal);
    }

    /** The champion now; null where there is none. */
    static @Nullable ModelVersionRef reinstate(Refusal refusal) {
        return training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Take version " + refusal.version().version() + " back"))
                .reinstate(refusal);
    }

    static void recordRehearsal(RehearsalRecord rehearsal) {
        training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Add the rehearsal to the ruling of version "
                                + rehearsal.version().version()))
                .recordRehearsal(rehearsal);
    }

    static void recordApproval(ApprovalRecord approval) {
        training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary(
                                "Say who approved version " + approval.version().version()))
                .recordApproval(approval);
    }

    static RollbackPlan planRollback(RollbackRequest request) {
        return training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY).setSummary("Find the way back"))
                .planRollback(request);
    }

    static void rollBack(RollbackPlan plan) {
        training(PipelineActivities.brief(TaskQueues.REGISTRY, BRIEFLY)
                        .setSummary("Withdraw version " + plan.from().version() + ", put version "
                                + plan.to().version() + " in service"))
                .rollBack(plan);
    }

    static List<String> replicas() {
        return serving(PipelineActivities.brief(TaskQueues.SERVING, BRIEFLY)
                        .setScheduleToCloseTimeout(LONG)
                        .setSummary("Ask which replicas of serving live"))
                .replicas();
    }

    /** Until one replica answers with the version. */
    static Promise<ServingResult> awaitOn(String replica, ModelVersionRef version) {
        ServingActivities serving = serving(PipelineActivities.heartbeating(replica, LONG)
                .setScheduleToStartTimeout(TAKEN_WITHIN)
                .setScheduleToCloseTimeout(LONG)
                .setSummary("Wait until version " + version.version() + " answers on " + replica));
        return Async.function(serving::awaitChampion, new ChampionRequest(version));
    }

    /** The first time until it is loaded there. */
    static Promise<ShadowFigures> shadowOn(String replica, ShadowOrder order) {
        return Async.function(tried(order.challenger(), "does in the shadow", replica)::shadow, order);
    }

    /** On those that can be told. */
    static void endShadowOn(Collection<String> replicas, ModelVersionRef challenger) {
        tell(replicas, "End the shadow of version " + challenger.version(), serving -> serving.endShadow(challenger));
    }

    /** The first time until it is loaded there. */
    static Promise<CanaryFigures> canaryOn(String replica, CanaryOrder order) {
        return Async.function(tried(order.challenger(), "answers as canary", replica)::canary, order);
    }

    /** @param how it is tried, for people */
    private static ServingActivities tried(ModelVersionRef challenger, String how, String replica) {
        return serving(PipelineActivities.heartbeating(replica, FETCHED_WITHIN)
                .setScheduleToStartTimeout(TAKEN_WITHIN)
                .setScheduleToCloseTimeout(FETCHED_WITHIN)
                .setSummary("Ask how version " + challenger.version() + " " + how + " on " + replica));
    }

    /** On those that can be told. */
    static void endCanaryOn(Collection<String> replicas, ModelVersionRef challenger) {
        tell(replicas, "End the canary of version " + challenger.version(), serving -> serving.endCanary(challenger));
    }

    /** How the version answers on one replica. */
    static Promise<AnswerFigures> figuresOn(String replica, ModelVersionRef version) {
        ServingActivities serving = serving(PipelineActivities.brief(replica, BRIEFLY)
                .setScheduleToStartTimeout(TAKEN_WITHIN)
                .setScheduleToCloseTimeout(LONG)
                .setSummary("Ask how version " + version.version() + " answers on " + replica));
        return Async.function(serving::figures, version);
    }

    static FirstDecisions judgeFirstDecisions(FirstDecisionsRequest request) {
        return Workflow.newActivityStub(
                        MonitoringActivities.class,
                        PipelineActivities.brief(TaskQueues.MONITORING, LONG)
                                .setScheduleToCloseTimeout(FETCHED_WITHIN)
                                .setSummary("Look at the score of the first decisions of version "
                                        + request.version().version())
                                .build())
                .judgeFirstDecisions(request);
    }

    /** All at once; whom it does not reach ends by itself. */
    private static void tell(Collection<String> replicas, String summary, Consumer<ServingActivities> what) {
        List<Promise<Void>> told = new ArrayList<>();
        for (String replica : replicas) {
            ServingActivities serving = serving(PipelineActivities.brief(replica, BRIEFLY)
                    .setScheduleToStartTimeout(TAKEN_WITHIN)
                    .setScheduleToCloseTimeout(BRIEFLY)
                    .setSummary(summary + " on " + replica));
            told.add(Async.procedure(() -> what.accept(serving)));
        }
        for (Promise<Void> one : told) {
            var unused = one.exceptionally(failure -> null).get();
        }
    }

    private static ReleaseActivities training(ActivityOptions.Builder options) {
        return Workflow.newActivityStub(ReleaseActivities.class, options.build());
    }

    private static ServingActivities serving(ActivityOptions.Builder options) {
        return Workflow.newActivityStub(ServingActivities.class, options.build());
    }
}
