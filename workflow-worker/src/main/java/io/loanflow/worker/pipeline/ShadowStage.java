package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.serving.ShadowOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Has a version score what the champion answers, on every replica, until enough was compared. */
final class ShadowStage {

    /** Looks in the whole time, which keeps the history short. */
    private static final int LOOKS = 360;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    /** Serving ends by itself what nobody asks about for so many looks. */
    private static final int LEASED_LOOKS = 4;

    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(2);

    private final ShadowPolicy policy;
    private final ShadowOrder order;
    private final Duration pause;
    private final ReplicaPoll<ShadowFigures> poll;
    private final BiConsumer<String, String> show;
    private final Set<String> replicas = new LinkedHashSet<>();
    /** By session: a replica that begins anew counts anew. */
    private final Map<String, ShadowFigures> last = new LinkedHashMap<>();

    /** @param show takes a line for people and the figures until now */
    ShadowStage(
            ModelVersionRef challenger,
            ModelVersionRef champion,
            ShadowPolicy policy,
            BiConsumer<String, String> show) {
        this.policy = policy;
        this.show = show;
        pause = longer(Duration.ofMinutes(policy.withinMinutes()).dividedBy(LOOKS), SHORTEST_PAUSE);
        order = new ShadowOrder(
                challenger,
                champion,
                longer(pause.multipliedBy(LEASED_LOOKS), SHORTEST_LEASE).toSeconds());
        poll = new ReplicaPoll<>(replica -> ReleaseSteps.shadowOn(replica, order));
    }

    /** Null where there is none, no champion to compare with, and in a release that began before there were any. */
    static @Nullable ShadowPolicy policy(PromotionResult ruling) {
        RolloutPolicy rollout = ruling.rollout();
        return rollout != null
                        && rollout.shadow() != null
                        && ruling.former() != null
                        && Workflow.getVersion("shadow", Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION
                ? rollout.shadow()
                : null;
    }

    /** @throws TemporalFailure once the release is cancelled */
    ShadowRuling run() {
        try {
            ShadowRuling ruling = compared();
            end();
            return ruling;
        } catch (TemporalFailure failure) {
            end();
            if (!(failure instanceof ActivityFailure)
                    || CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            return ShadowRuling.unusable(FailureReason.of(failure));
        }
    }

    private ShadowRuling compared() {
        long end = Workflow.currentTimeMillis()
                + Duration.ofMinutes(policy.withinMinutes()).toMillis();
        while (true) {
            look();
            ShadowFigures sum = last.values().stream().reduce(ShadowFigures.NONE, ShadowFigures::plus);
            if (sum.asked() >= policy.decisions() || Workflow.currentTimeMillis() >= end) {
                return ShadowRuling.whole(policy, sum);
            }
            ShadowRuling early = ShadowRuling.early(policy, sum);
            if (!early.bad().isEmpty()) {
                return early;
            }
            show.accept(line(sum), early.figures());
            Workflow.sleep(pause);
        }
    }

    private void look() {
        poll.ask().forEach((replica, figures) -> {
            replicas.add(replica);
            last.put(replica + " " + figures.session(), figures);
        });
    }

    private String line(ShadowFigures sum) {
        return "version " + order.challenger().version() + " scores in the shadow of version "
                + order.champion().version() + ": " + sum.asked() + " of " + policy.decisions() + " decisions";
    }

    /** Where that does not come through, the lease ends it. */
    private void end() {
        Workflow.newDetachedCancellationScope(() -> ReleaseSteps.endShadowOn(replicas, order.challenger()))
                .run();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
