package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * @param champion the version in service after the verdict; null where the first challenger was refused
 * @param reason one sentence with the numbers compared
 * @param former the champion that a promoted version was compared with; null where there was none
 * @param details null where no model was looked at, and in the history of a run that is older than them
 */
public record PromotionResult(
        Verdict verdict,
        @Nullable ModelVersionRef champion,
        String reason,
        @Nullable ModelVersionRef former,
        @Nullable RulingDetails details) {

    public PromotionResult(Verdict verdict, @Nullable ModelVersionRef champion, String reason) {
        this(verdict, champion, reason, null, null);
    }

    public PromotionResult(
            Verdict verdict, @Nullable ModelVersionRef champion, String reason, @Nullable ModelVersionRef former) {
        this(verdict, champion, reason, former, null);
    }

    /** The same with other details. */
    public PromotionResult with(RulingDetails other) {
        return new PromotionResult(verdict, champion, reason, former, other);
    }
}
