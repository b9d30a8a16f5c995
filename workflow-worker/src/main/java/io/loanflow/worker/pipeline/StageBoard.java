package io.loanflow.worker.pipeline;

import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.Stage;
import io.loanflow.contracts.pipeline.StageProgress;
import io.loanflow.contracts.pipeline.StageState;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** How far each stage of a run is: answers the query and keeps the run's current details. */
final class StageBoard {

    private final String dataset;
    private final Map<Stage, StageProgress> stages = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> begunAt = new EnumMap<>(Stage.class);
    private Runnable before = () -> {};

    /** @param tunes whether the run has that stage */
    StageBoard(String dataset, boolean tunes) {
        this.dataset = dataset;
        for (Stage stage : Stage.values()) {
            if (stage != Stage.TUNE || tunes) {
                stages.put(stage, new StageProgress(stage, StageState.WAITING, "", null, 0));
            }
        }
    }

    /** @param action done before a stage begins, or begins again */
    void beforeEachStage(Runnable action) {
        before = action;
    }

    /** Runs a stage, or runs it again, and shows how it went. */
    <R> R run(Stage stage, Supplier<R> work, Function<R, StageReport> report) {
        before.run();
        begunAt.put(stage, Workflow.currentTimeMillis());
        show(new StageProgress(stage, StageState.RUNNING, "", null, 0));
        try {
            R result = work.get();
            StageReport done = report.apply(result);
            show(new StageProgress(stage, StageState.DONE, done.summary(), done.link(), end(stage)));
            return result;
        } catch (TemporalFailure failure) {
            show(new StageProgress(stage, StageState.FAILED, FailureReason.of(failure), null, end(stage)));
            throw failure;
        }
    }

    /** What a stage that runs says of itself. */
    void says(Stage stage, String line) {
        show(new StageProgress(stage, StageState.RUNNING, line, null, 0));
    }

    /** Says why the next stage has not begun; a run that was reset has some behind it. */
    void waits(String reason) {
        stages.values().stream()
                .filter(stage -> stage.state() == StageState.WAITING)
                .findFirst()
                .ifPresent(next -> show(new StageProgress(next.stage(), StageState.WAITING, reason, null, 0)));
    }

    /** Ends a stage that has nothing to do. */
    void skip(Stage stage, String reason) {
        show(new StageProgress(stage, StageState.DONE, reason, null, 0));
    }

    /** @param now milliseconds since the epoch; running stages have taken until then */
    PipelineProgress progress(long now) {
        List<StageProgress> all = new ArrayList<>();
        for (StageProgress progress : stages.values()) {
            boolean running = progress.state() == StageState.RUNNING;
            all.add(running ? running(progress, seconds(progress.stage(), now)) : progress);
        }
        return new PipelineProgress(dataset, all);
    }

    private static StageProgress running(StageProgress progress, double seconds) {
        return new StageProgress(progress.stage(), progress.state(), progress.summary(), progress.link(), seconds);
    }

    private void show(StageProgress progress) {
        stages.put(progress.stage(), progress);
        Workflow.setCurrentDetails(StageTable.markdown(dataset, stages.values(), begunAt));
    }

    private double end(Stage stage) {
        double seconds = seconds(stage, Workflow.currentTimeMillis());
        Workflow.getMetricsScope()
                .tagged(Map.of("dataset", dataset, "stage", StageTable.name(stage)))
                .timer("loanflow_pipeline_stage")
                .record(com.uber.m3.util.Duration.ofMillis(1000 * seconds));
        return seconds;
    }

    private double seconds(Stage stage, long now) {
        long begun = begunAt.getOrDefault(stage, now);
        return Math.max(0, Duration.ofMillis(now - begun).toMillis()) / 1000.0;
    }
}
