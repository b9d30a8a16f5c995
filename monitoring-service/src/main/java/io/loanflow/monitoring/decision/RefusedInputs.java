package io.loanflow.monitoring.decision;

import java.util.List;

/**
 * Rows that a version was asked about and refused.
 *
 * @param rows that were refused
 * @param byReason why, the most frequent first; a row may have several reasons
 */
public record RefusedInputs(long rows, List<ByReason> byReason) {

    public RefusedInputs {
        byReason = List.copyOf(byReason);
    }

    /**
     * Rows that were refused for one reason.
     *
     * @param reason name of a {@link io.loanflow.contracts.decision.RefusalReason}
     * @param column of the definition; empty where it is no column's
     */
    public record ByReason(String reason, String column, long rows) {}
}
