package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageProgress;
import io.loanflow.contracts.pipeline.StageState;
import io.loanflow.localstack.terminal.TaskBoard;
import io.loanflow.localstack.terminal.TaskState;
import io.loanflow.localstack.terminal.Terminal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the stages of a run on a task board. */
public final class RunDisplay implements AutoCloseable {

    private final TaskBoard board;
    private final Set<String> noted = new HashSet<>();

    /** @param tunes whether the run has that stage */
    public RunDisplay(Terminal terminal, boolean tunes) {
        this(new TaskBoard(
                terminal,
                Arrays.stream(Stage.values())
                        .filter(stage -> stage != Stage.TUNE || tunes)
                        .map(RunDisplay::label)
                        .toList()));
    }

    RunDisplay(TaskBoard board) {
        this.board = board;
    }

    void show(RunSnapshot snapshot) {
        PipelineProgress progress = snapshot.progress();
        if (progress == null) {
            return;
        }
        for (StageProgress stage : progress.stages()) {
            ActivityView activity = stage.state() == StageState.RUNNING ? activity(stage.stage(), snapshot) : null;
            board.show(label(stage.stage()), state(stage.state()), line(stage, activity, snapshot), stage.seconds());
            noteFailure(stage.stage(), activity);
            noteWaiting(stage);
        }
    }

    /** Why a stage failed, whoever waits for the run says at its end, once. */
    private static String line(StageProgress stage, @Nullable ActivityView activity, RunSnapshot snapshot) {
        if (stage.state() == StageState.FAILED) {
            return "failed";
        }
        String tuning = stage.stage() == Stage.TUNE && stage.state() == StageState.RUNNING ? snapshot.tuning() : null;
        return tuning != null ? tuning : StageLine.of(stage, activity);
    }

    void note(String text) {
        board.note(text);
    }

    @Override
    public void close() {
        board.close();
    }

    /** An attempt that failed is worth a line of its own, once. */
    private void noteFailure(Stage stage, @Nullable ActivityView activity) {
        if (activity != null && activity.lastFailure() != null) {
            String note = label(stage) + " is tried again: " + activity.lastFailure();
            if (noted.add(note)) {
                board.note(note);
            }
        }
    }

    /** A release that waits for a person may wait for days: said once, also where no board is drawn. */
    private void noteWaiting(StageProgress stage) {
        if (stage.state() == StageState.RUNNING && !stage.summary().isEmpty() && noted.add(stage.summary())) {
            board.note(stage.summary());
        }
    }

    /** Ingest and preprocess are both the stage and the activity; what else runs belongs to the stages after them. */
    private static @Nullable ActivityView activity(Stage stage, RunSnapshot snapshot) {
        List<ActivityView> activities = snapshot.activities();
        if (stage == Stage.TRAIN && activities.stream().anyMatch(ActivityView::growsPart)) {
            return ActivityView.together(
                    activities.stream().filter(ActivityView::growsPart).toList());
        }
        return activities.stream()
                .filter(activity -> activity.type().equalsIgnoreCase(stage.name()))
                .findFirst()
                .orElseGet(() -> stage == Stage.SERVE && !activities.isEmpty() ? activities.get(0) : null);
    }

    private static String label(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static TaskState state(StageState state) {
        return switch (state) {
            case WAITING -> TaskState.WAITING;
            case RUNNING -> TaskState.RUNNING;
            case DONE -> TaskState.DONE;
            case FAILED -> TaskState.FAILED;
        };
    }
}
