package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.contracts.release.ApprovalPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads who lets a version of a {@code training.yaml} into service. */
final class ReleasePolicyReader {

    private static final int MOST_HOURS = 24 * 366;
    private static final int HOURS = 72;

    private ReleasePolicyReader() {}

    /** Null where the gate's word is enough. */
    static @Nullable ApprovalPolicy read(@Nullable DefinitionNode node) {
        if (node == null) {
            return null;
        }
        node.allowKeys(
                "policy",
                "four-eyes",
                "deadline-hours",
                RolloutPolicyReader.SHADOW,
                RolloutPolicyReader.CANARY,
                RolloutPolicyReader.FIRST_WINDOW);
        DefinitionNode policy = node.optional("policy");
        boolean approved = policy != null && policy.oneOf(List.of(ReleasePolicy.values())) == ReleasePolicy.APPROVED;
        DefinitionNode eyes = node.optional("four-eyes");
        DefinitionNode hours = node.optional("deadline-hours");
        boolean fourEyes = eyes != null && eyes.truth();
        int deadline = hours == null ? HOURS : (int) hours.wholeNumber(1, MOST_HOURS);
        if (!approved && (eyes != null || hours != null)) {
            node.problem("four-eyes and deadline-hours are about an approval; add policy: approved, or take them out");
        }
        return approved ? new ApprovalPolicy(fourEyes, deadline) : null;
    }
}
