package io.loanflow.monitoring.followup;

import io.loanflow.contracts.monitoring.FollowUpVerdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What followed from alarms.
 *
 * @param windows that raised them, the newest first
 * @param newRows decisions whose outcome had become known since the retraining before
 * @param workflowId of the look that decided
 * @param decidedAt of a verdict that was repeated, the last time
 * @param pipelineId workflow that learns anew; null where there is none
 * @param conclusion what came of it; null while it goes on
 */
public record KeptFollowUp(
        long id,
        String dataset,
        FollowUpVerdict verdict,
        String reason,
        List<Long> windows,
        long newRows,
        String workflowId,
        Instant decidedAt,
        @Nullable String pipelineId,
        @Nullable String conclusion,
        @Nullable Instant concludedAt) {

    public KeptFollowUp {
        windows = List.copyOf(windows);
    }
}
