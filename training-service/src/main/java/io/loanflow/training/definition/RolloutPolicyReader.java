package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.contracts.release.CanaryPolicy;
import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.release.ShadowPolicy;
import org.jspecify.annotations.Nullable;

/** Reads how a version of a {@code training.yaml} is put to the test by what clients ask. */
final class RolloutPolicyReader {

    static final String SHADOW = "shadow";
    static final String CANARY = "canary";
    static final String FIRST_WINDOW = "first-window";

    /** Fewer say nothing of an error rate, nor of a drift. */
    private static final int LEAST_DECISIONS = 30;

    private static final int MOST_DECISIONS = 1_000_000;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final double MOST_MILLISECONDS = 60_000;

    private static final int MOST_SHADOW_MINUTES = 24 * 60;
    private static final double LEAST_SHARE = 0.001;
    private static final double MOST_SHARE = 0.5;
    private static final double MOST_PSI = 100;

    private static final ShadowPolicy SHADOW_DEFAULTS = new ShadowPolicy(1000, 60, 0.9, 0.25, 0.01, 100);
    private static final CanaryPolicy CANARY_DEFAULTS = new CanaryPolicy(0.1, 500, 60, 0.25, 0.01, 100);
    private static final FirstWindowPolicy DEFAULTS = new FirstWindowPolicy(1000, 60, 0.01, 100, true);

    private RolloutPolicyReader() {}

    /** @param release the key of that name; null where it is not there */
    static RolloutPolicy read(@Nullable DefinitionNode release) {
        return release == null
                ? RolloutPolicy.NONE
                : new RolloutPolicy(
                        shadow(release.optional(SHADOW)),
                        canary(release.optional(CANARY)),
                        firstWindow(release.optional(FIRST_WINDOW)));
    }

    private static @Nullable ShadowPolicy shadow(@Nullable DefinitionNode node) {
        if (node == null) {
            return null;
        }
        node.allowKeys(
                "decisions",
                "within-minutes",
                "min-agreement",
                "max-score-psi",
                "max-error-rate",
                "max-p99-milliseconds");
        return new ShadowPolicy(
                whole(node.optional("decisions"), LEAST_DECISIONS, MOST_DECISIONS, SHADOW_DEFAULTS.decisions()),
                whole(node.optional("within-minutes"), 1, MOST_SHADOW_MINUTES, SHADOW_DEFAULTS.withinMinutes()),
                number(node.optional("min-agreement"), 0, 1, SHADOW_DEFAULTS.minAgreement()),
                number(node.optional("max-score-psi"), 0, MOST_PSI, SHADOW_DEFAULTS.maxScorePsi()),
                number(node.optional("max-error-rate"), 0, 1, SHADOW_DEFAULTS.maxErrorRate()),
                milliseconds(node, SHADOW_DEFAULTS.maxP99Milliseconds()));
    }

    private static @Nullable CanaryPolicy canary(@Nullable DefinitionNode node) {
        if (node == null) {
            return null;
        }
        node.allowKeys(
                "share", "decisions", "within-minutes", "max-score-psi", "max-error-rate", "max-p99-milliseconds");
        return new CanaryPolicy(
                number(node.optional("share"), LEAST_SHARE, MOST_SHARE, CANARY_DEFAULTS.share()),
                whole(node.optional("decisions"), LEAST_DECISIONS, MOST_DECISIONS, CANARY_DEFAULTS.decisions()),
                whole(node.optional("within-minutes"), 1, MOST_SHADOW_MINUTES, CANARY_DEFAULTS.withinMinutes()),
                number(node.optional("max-score-psi"), 0, MOST_PSI, CANARY_DEFAULTS.maxScorePsi()),
                number(node.optional("max-error-rate"), 0, 1, CANARY_DEFAULTS.maxErrorRate()),
                milliseconds(node, CANARY_DEFAULTS.maxP99Milliseconds()));
    }

    private static @Nullable FirstWindowPolicy firstWindow(@Nullable DefinitionNode node) {
        if (node == null) {
            return null;
        }
        node.allowKeys("decisions", "within-minutes", "max-error-rate", "max-p99-milliseconds", "score-drift");
        DefinitionNode drift = node.optional("score-drift");
        return new FirstWindowPolicy(
                whole(node.optional("decisions"), LEAST_DECISIONS, MOST_DECISIONS, DEFAULTS.decisions()),
                whole(node.optional("within-minutes"), 1, MOST_MINUTES, DEFAULTS.withinMinutes()),
                number(node.optional("max-error-rate"), 0, 1, DEFAULTS.maxErrorRate()),
                milliseconds(node, DEFAULTS.maxP99Milliseconds()),
                drift == null ? DEFAULTS.scoreDrift() : drift.truth());
    }

    private static double milliseconds(DefinitionNode node, double other) {
        return number(node.optional("max-p99-milliseconds"), 0.01, MOST_MILLISECONDS, other);
    }

    private static int whole(@Nullable DefinitionNode node, int from, int to, int other) {
        return node == null ? other : (int) node.wholeNumber(from, to);
    }

    private static double number(@Nullable DefinitionNode node, double from, double to, double other) {
        return node == null ? other : node.number(from, to);
    }
}
