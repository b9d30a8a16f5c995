package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.serving.ShadowOrder;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.workflow.Promise;
import java.util.Collection;

/** Has a version score what the champion answers. */
final class ShadowTrial extends ClientTrial<ShadowFigures> {

    private final ShadowPolicy policy;
    private final ShadowOrder order;

    ShadowTrial(ModelVersionRef challenger, ModelVersionRef champion, ShadowPolicy policy) {
        super(policy.withinMinutes());
        this.policy = policy;
        order = new ShadowOrder(challenger, champion, lease());
    }

    @Override
    Promise<ShadowFigures> ask(String replica) {
        return ReplicaSteps.shadowOn(replica, order);
    }

    @Override
    String session(ShadowFigures figures) {
        return figures.session();
    }

    @Override
    ShadowFigures sum(Collection<ShadowFigures> all) {
        return all.stream().reduce(ShadowFigures.NONE, ShadowFigures::plus);
    }

    @Override
    boolean isEnough(ShadowFigures sum) {
        return sum.asked() >= policy.decisions();
    }

    @Override
    TrialRuling early(ShadowFigures sum) {
        return ShadowRuling.early(policy, sum);
    }

    @Override
    TrialRuling whole(ShadowFigures sum) {
        return ShadowRuling.whole(policy, sum);
    }

    @Override
    String line(ShadowFigures sum) {
        return "version " + order.challenger().version() + " scores in the shadow of version "
                + order.champion().version() + ": " + sum.asked() + " of " + policy.decisions() + " decisions";
    }

    @Override
    String where() {
        return ShadowRuling.WHERE;
    }

    @Override
    void endOn(Collection<String> replicas) {
        ReplicaSteps.endShadowOn(replicas, order.challenger());
    }

    @Override
    ReleaseEventKind failed() {
        return ReleaseEventKind.SHADOW_FAILED;
    }
}
