package io.loanflow.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * Starts a rollback: {@code {"dataset": "loan", "reason": "rejects everybody"}}.
 *
 * @param to version to put in service; null for the champion before, or where that is gone the newest version that passed the gate
 * @param reason why the version in service is left, for whoever asks later
 * @param startedBy person who wants it; null where none is known
 * @param from version to leave: where another is in service, nothing is changed; null for whichever is
 * @param evidence for the ledger; null where the reason is all
 */
public record RollbackRequest(
        String dataset,
        @Nullable Integer to,
        String reason,
        @Nullable String startedBy,
        @Nullable Integer from,
        @Nullable ReleaseEvidence evidence) {

    public RollbackRequest(String dataset, @Nullable Integer to, String reason, @Nullable String startedBy) {
        this(dataset, to, reason, startedBy, null, null);
    }

    public RollbackRequest(String dataset, @Nullable Integer to, String reason) {
        this(dataset, to, reason, null);
    }
}
