package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * @param champion the version in service after the verdict; null where the first challenger was refused
 * @param reason one sentence with the numbers compared
 * @param former the champion that a promoted version was compared with; null where there was none
 * @param details null where no model was looked at, and in the history of a run that is older than them
 * @param approval that a promoted version waits for before it comes into service; null where nobody is asked
 * @param rollout how a promoted version is put to the test by what clients ask; null in the history of a run that is older than that
 */
public record PromotionResult(
        Verdict verdict,
        @Nullable ModelVersionRef champion,
        String reason,
        @Nullable ModelVersionRef former,
        @Nullable RulingDetails details,
        @Nullable ApprovalPolicy approval,
        @Nullable RolloutPolicy rollout) {

    public PromotionResult(Verdict verdict, @Nullable ModelVersionRef champion, String reason) {
        this(verdict, champion, reason, null, null, null, null);
    }

    public PromotionResult(
            Verdict verdict, @Nullable ModelVersionRef champion, String reason, @Nullable ModelVersionRef former) {
        this(verdict, champion, reason, former, null, null, null);
    }

    /** The same with other details. */
    public PromotionResult with(@Nullable RulingDetails other) {
        return new PromotionResult(verdict, champion, reason, former, other, approval, rollout);
    }

    /** The same, to be approved as the policy says. */
    public PromotionResult with(@Nullable ApprovalPolicy policy) {
        return new PromotionResult(verdict, champion, reason, former, details, policy, rollout);
    }

    /** The same, to be put to the test as the policy says. */
    public PromotionResult with(@Nullable RolloutPolicy policy) {
        return new PromotionResult(verdict, champion, reason, former, details, approval, policy);
    }
}
