package io.loanflow.worker.pipeline;

import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageProgress;
import io.loanflow.contracts.pipeline.StageState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * The stages as a Markdown table, for the current details that Temporal's UI shows, and below it what each says: the UI cuts a wide table
 * at its right edge, and breaks the lines of a list.
 */
final class StageTable {

    private StageTable() {}

    /** @param begunAt milliseconds since the epoch of the stages that have begun */
    static String markdown(String dataset, Collection<StageProgress> stages, Map<Stage, Long> begunAt) {
        StringBuilder table = new StringBuilder("Data set **" + line(dataset) + "**\n\n")
                .append("| Stage | State | Time |\n")
                .append("|:------|:------|-----:|\n");
        StringBuilder results = new StringBuilder();
        for (StageProgress stage : stages) {
            table.append("| %s | %s | %s |\n".formatted(name(stage.stage()), state(stage), time(stage, begunAt)));
            if (!stage.summary().isEmpty()) {
                results.append("- **%s**: %s\n".formatted(name(stage.stage()), result(stage)));
            }
        }
        return results.isEmpty() ? table.toString() : table + "\n" + results;
    }

    /** As people and metrics name it, such as {@code ingest}. */
    static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String state(StageProgress stage) {
        String state = stage.state().name().toLowerCase(Locale.ROOT);
        return stage.state() == StageState.FAILED ? "**" + state + "**" : state;
    }

    private static String result(StageProgress stage) {
        String summary = line(stage.summary());
        return stage.link() == null ? summary : summary + " ([" + linkText(stage.stage()) + "](" + stage.link() + "))";
    }

    private static String linkText(Stage stage) {
        return switch (stage) {
            case INGEST -> "validation report";
            case TUNE, TRAIN -> "MLflow run";
            case SERVE -> "predictions";
            case PROMOTE -> "all criteria";
            case PREPROCESS -> "more";
        };
    }

    private static String time(StageProgress stage, Map<Stage, Long> begunAt) {
        return switch (stage.state()) {
            case WAITING -> "";
            case RUNNING ->
                "since "
                        + Instant.ofEpochMilli(begunAt.getOrDefault(stage.stage(), 0L))
                                .truncatedTo(ChronoUnit.SECONDS);
            case DONE, FAILED -> String.format(Locale.ROOT, "%.1f s", stage.seconds());
        };
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
