package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
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

/** The activities of a release that one replica of serving does, or each, with their time-outs. */
final class ReplicaSteps {

    /** For what a replica knows by heart. */
    private static final Duration BRIEFLY = Duration.ofMinutes(2);

    /** A large model comes over a slow network; serving heartbeats meanwhile, and gives up a server that is silent. */
    private static final Duration FETCHED_WITHIN = Duration.ofHours(1);

    private static final Duration LONG = Duration.ofMinutes(10);

    /** A replica that lives takes a task at once; one that has died since it was listed never does. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(20);

    private ReplicaSteps() {}

    /** @param queue of one replica, or that of all */
    static Rehearsal rehearseOn(String queue, ModelVersionRef version) {
        ActivityOptions.Builder options = PipelineActivities.heartbeating(queue, FETCHED_WITHIN);
        if (!queue.equals(TaskQueues.SERVING)) {
            options.setScheduleToStartTimeout(TAKEN_WITHIN);
        }
        return serving(options.setSummary("Try version " + version.version() + " beside the one in service"))
                .rehearse(version);
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

    private static ServingActivities serving(ActivityOptions.Builder options) {
        return Workflow.newActivityStub(ServingActivities.class, options.build());
    }
}
