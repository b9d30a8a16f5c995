package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** The trials that a version has to stand before it comes into service. */
final class ClientTrials {

    private ClientTrials() {}

    /** In their order. None without a champion to compare with, and in a release that began before there were any. */
    static List<ClientTrial<?>> of(ModelVersionRef version, PromotionResult ruling) {
        List<ClientTrial<?>> trials = new ArrayList<>();
        RolloutPolicy rollout = ruling.rollout();
        ModelVersionRef champion = ruling.former();
        if (rollout == null || champion == null) {
            return trials;
        }
        if (rollout.shadow() != null && isKnown("shadow")) {
            trials.add(new ShadowTrial(version, champion, rollout.shadow()));
        }
        if (rollout.canary() != null && isKnown("canary")) {
            trials.add(new CanaryTrial(version, champion, rollout.canary()));
        }
        return trials;
    }

    private static boolean isKnown(String trial) {
        return Workflow.getVersion(trial, Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION;
    }
}
