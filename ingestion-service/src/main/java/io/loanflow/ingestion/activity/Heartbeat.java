package io.loanflow.ingestion.activity;

import io.loanflow.ingestion.load.LoadCancelledException;
import io.loanflow.ingestion.load.LoadProgress;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells Temporal how far a load is, and cancels it when Temporal says so, while the activity's own thread is busy or waits. */
final class Heartbeat implements AutoCloseable {

    private static final long MILLISECONDS = 500;

    private final ActivityExecutionContext context;
    private final LoadProgress progress;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ingestion-heartbeat"));
    private volatile @Nullable ActivityCompletionException reason;

    private Heartbeat(ActivityExecutionContext context, LoadProgress progress) {
        this.context = context;
        this.progress = progress;
    }

    static Heartbeat start(ActivityExecutionContext context, LoadProgress progress) {
        Heartbeat heartbeat = new Heartbeat(context, progress);
        var unused = heartbeat.timer.scheduleWithFixedDelay(heartbeat::beat, 0, MILLISECONDS, TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    private void beat() {
        try {
            context.heartbeat(progress.rows());
        } catch (ActivityCompletionException e) {
            reason = e;
            progress.cancel();
            timer.shutdown();
        }
    }

    /** What Temporal said, so that it learns that the activity obeyed. */
    RuntimeException reason(LoadCancelledException cancelled) {
        ActivityCompletionException said = reason;
        return said == null ? cancelled : said;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
