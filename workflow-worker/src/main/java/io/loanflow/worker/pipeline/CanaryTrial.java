package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.CanaryPolicy;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.CanaryOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.workflow.Promise;
import java.util.Collection;
import java.util.Locale;

/** Has a version answer a share of requests in the champion's place. */
final class CanaryTrial extends ClientTrial<CanaryFigures> {

    private final CanaryPolicy policy;
    private final CanaryOrder order;

    CanaryTrial(ModelVersionRef challenger, ModelVersionRef champion, CanaryPolicy policy) {
        super(policy.withinMinutes());
        this.policy = policy;
        long mostFailures = (long) Math.floor(policy.maxErrorRate() * policy.decisions());
        order = new CanaryOrder(challenger, champion, policy.share(), mostFailures, lease());
    }

    @Override
    Promise<CanaryFigures> ask(String replica) {
        return ReplicaSteps.canaryOn(replica, order);
    }

    @Override
    String session(CanaryFigures figures) {
        return figures.session();
    }

    @Override
    CanaryFigures sum(Collection<CanaryFigures> all) {
        return all.stream().reduce(CanaryFigures.NONE, CanaryFigures::plus);
    }

    @Override
    boolean isEnough(CanaryFigures sum) {
        return sum.answers().rows() >= policy.decisions();
    }

    @Override
    TrialRuling early(CanaryFigures sum) {
        return CanaryRuling.early(policy, sum);
    }

    @Override
    TrialRuling whole(CanaryFigures sum) {
        return CanaryRuling.whole(policy, sum);
    }

    @Override
    String line(CanaryFigures sum) {
        return String.format(
                Locale.ROOT,
                "version %d answers %.3g of all requests in the place of version %d: %,d of %,d decisions",
                order.challenger().version(),
                policy.share(),
                order.champion().version(),
                sum.answers().rows(),
                policy.decisions());
    }

    @Override
    String where() {
        return CanaryRuling.WHERE;
    }

    @Override
    void endOn(Collection<String> replicas) {
        ReplicaSteps.endCanaryOn(replicas, order.challenger());
    }

    @Override
    ReleaseEventKind failed() {
        return ReleaseEventKind.CANARY_FAILED;
    }
}
