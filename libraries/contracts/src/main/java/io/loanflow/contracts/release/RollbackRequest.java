package io.loanflow.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * Starts a rollback: {@code {"dataset": "loan", "reason": "rejects everybody"}}.
 *
 * @param to version to put in service; null for the champion before, or where that is gone the newest version that passed the gate
 * @param reason why the version in service is left, for whoever asks later
 * @param startedBy person who wants it; null where none is known
 */
public record RollbackRequest(
        String dataset,
        @Nullable Integer to,
        String reason,
        @Nullable String startedBy) {

    public RollbackRequest(String dataset, @Nullable Integer to, String reason) {
        this(dataset, to, reason, null);
    }
}
