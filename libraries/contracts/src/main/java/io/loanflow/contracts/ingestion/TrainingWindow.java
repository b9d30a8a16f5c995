package io.loanflow.contracts.ingestion;

import io.loanflow.contracts.dataset.DefinitionNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Which loads of a data set a run learns from that names none: {@code training-window} of its {@code training.yaml}.
 *
 * @param most newest loads; null for all
 * @param since when a load must be complete at the earliest; null for any time
 */
public record TrainingWindow(
        @Nullable Integer most, @Nullable Instant since) {

    /** Its key in the {@code training.yaml}. */
    public static final String KEY = "training-window";

    public static final TrainingWindow ALL = new TrainingWindow(null, null);

    private static final int MOST_LOADS = 1000;

    /** @param node null where the file says nothing */
    public static TrainingWindow read(@Nullable DefinitionNode node) {
        if (node == null) {
            return ALL;
        }
        String text = node.text();
        if (text.equals("newest")) {
            return new TrainingWindow(1, null);
        }
        if (text.matches("last [1-9][0-9]{0,3}")) {
            return new TrainingWindow(Math.min(MOST_LOADS, Integer.parseInt(text.substring(5))), null);
        }
        Instant since = text.startsWith("since ") ? day(text.substring(6)) : null;
        if (since == null && !text.equals("all")) {
            node.problem(
                    "is \"" + text + "\"; must be newest, all, last N such as last 3, or since a day of UTC such as"
                            + " since 2026-01-31");
        }
        return new TrainingWindow(null, since);
    }

    private static @Nullable Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
