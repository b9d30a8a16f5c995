package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.pipeline.RowProgress;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.GlobalDataConverter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An activity that has not ended.
 *
 * @param type as Temporal names it, such as "Ingest"
 * @param attempt 1 for the first
 * @param progress its last heartbeat; null where there is none of this kind
 * @param lastFailure why the attempt before failed; null where none did
 */
public record ActivityView(
        String type,
        int attempt,
        @Nullable RowProgress progress,
        @Nullable String lastFailure) {

    static ActivityView of(PendingActivityInfo activity) {
        return new ActivityView(
                activity.getActivityType().getName(),
                activity.getAttempt(),
                progress(activity),
                activity.hasLastFailure() ? activity.getLastFailure().getMessage() : null);
    }

    private static @Nullable RowProgress progress(PendingActivityInfo activity) {
        if (!activity.hasHeartbeatDetails()) {
            return null;
        }
        try {
            return GlobalDataConverter.get()
                    .fromPayloads(0, Optional.of(activity.getHeartbeatDetails()), RowProgress.class, RowProgress.class);
        } catch (DataConverterException e) {
            // Serving heartbeats in words.
            return null;
        }
    }
}
