package io.loanflow.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * What a release rests on.
 *
 * @param ruling of the gate, one sentence; null where it was not asked, as in a rollback
 * @param figures that the gate compared and the rehearsal measured, a Markdown table; null where there are none
 * @param page with all that the gate looked at; null where there is none
 * @param word of a person, for or against the version; null where nobody was asked, or nobody answered
 */
public record ReleaseEvidence(
        @Nullable String ruling,
        @Nullable String figures,
        @Nullable String page,
        @Nullable Approval word) {

    /** Of what is done without a gate. */
    public static final ReleaseEvidence NONE = new ReleaseEvidence(null, null, null, null);

    public static ReleaseEvidence of(PromotionResult ruling, @Nullable Approval word) {
        RulingDetails details = ruling.details();
        return details == null
                ? new ReleaseEvidence(ruling.reason(), null, null, word)
                : new ReleaseEvidence(ruling.reason(), details.table(), details.page(), word);
    }
}
