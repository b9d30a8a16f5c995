package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.execution.RowProgress;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.GlobalDataConverter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

    /** Whether it grows some of a forest's trees. */
    boolean growsPart() {
        return type.equals("GrowPart");
    }

    /** Parts of a forest as one: the trees that are under way, and what went wrong last. */
    static ActivityView together(List<ActivityView> parts) {
        List<RowProgress> trees = parts.stream()
                .map(ActivityView::progress)
                .filter(progress -> progress != null && progress.unit().equals("trees"))
                .map(Objects::requireNonNull)
                .toList();
        ActivityView worst = Collections.max(parts, Comparator.comparingInt(ActivityView::attempt));
        return new ActivityView(
                worst.type(),
                worst.attempt(),
                trees.isEmpty()
                        ? null
                        : new RowProgress(
                                trees.stream().mapToLong(RowProgress::done).sum(),
                                trees.stream().mapToLong(RowProgress::total).sum(),
                                "trees in " + parts.size() + " parts"),
                worst.lastFailure());
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
