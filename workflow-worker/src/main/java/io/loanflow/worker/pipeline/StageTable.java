package io.loanflow.worker.pipeline;

import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageProgress;
import io.loanflow.contracts.pipeline.StageState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** The stages as a Markdown table, for the current details that Temporal's UI shows. */
final class StageTable {

    private StageTable() {}

    /** @param begunAt milliseconds since the epoch of the stages that have begun */
    static String markdown(String dataset, Collection<StageProgress> stages, Map<Stage, Long> begunAt) {
        StringBuilder table = new StringBuilder("Data set **" + cell(dataset) + "**\n\n")
                .append("| Stage | State | Result | Time |\n")
                .append("|:------|:------|:-------|-----:|\n");
        for (StageProgress stage : stages) {
            table.append("| %s | %s | %s | %s |\n"
                    .formatted(name(stage.stage()), state(stage), result(stage), time(stage, begunAt)));
        }
        return table.toString();
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
        String summary = cell(stage.summary());
        return stage.link() == null ? summary : summary + " ([" + linkText(stage.stage()) + "](" + stage.link() + "))";
    }

    private static String linkText(Stage stage) {
        return switch (stage) {
            case INGEST -> "validation report";
            case TUNE, TRAIN -> "MLflow run";
            case SERVE -> "predictions";
            case PREPROCESS, PROMOTE -> "more";
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

    /** Keeps a text inside its cell. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
