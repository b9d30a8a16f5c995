package io.loanflow.training.activity;

import io.loanflow.contracts.pipeline.RowProgress;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says every second, from a thread of its own, that this process lives and how far its work is: some of the work has nothing to
 * tell for a while. A process that dies is noticed as soon as its heartbeats stop. Work that was cancelled ends when it tells of
 * its progress next.
 */
final class ActivityHeartbeat implements Consumer<RowProgress>, AutoCloseable {

    private final ActivityExecutionContext context;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "activity-heartbeat"));
    private volatile @Nullable RowProgress progress;
    private volatile @Nullable ActivityCompletionException end;

    private ActivityHeartbeat(ActivityExecutionContext context) {
        this.context = context;
    }

    /** Does the work of the activity that this thread is in. */
    static <R> R during(Function<Consumer<RowProgress>, R> work) {
        try (ActivityHeartbeat heartbeat = new ActivityHeartbeat(Activity.getExecutionContext())) {
            heartbeat.start();
            return work.apply(heartbeat);
        }
    }

    private void start() {
        var unused = thread.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            context.heartbeat(progress);
        } catch (ActivityCompletionException e) {
            end = e;
            thread.shutdown();
        }
    }

    /** @throws ActivityCompletionException if the activity was cancelled or timed out */
    @Override
    public void accept(RowProgress reached) {
        ActivityCompletionException ended = end;
        if (ended != null) {
            throw ended;
        }
        progress = reached;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
