package io.loanflow.contracts.execution;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says every second, from a thread of its own, that this process lives and how far its activity is: some of the work has nothing
 * to tell for a while. A process that dies is noticed as soon as its heartbeats stop.
 */
public final class ActivityHeartbeat implements AutoCloseable {

    private final ActivityExecutionContext context = Activity.getExecutionContext();
    private final Supplier<RowProgress> progress;
    private final Runnable onEnd;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "activity-heartbeat"));
    private volatile @Nullable ActivityCompletionException end;

    private ActivityHeartbeat(Supplier<RowProgress> progress, Runnable onEnd) {
        this.progress = progress;
        this.onEnd = onEnd;
    }

    /**
     * Starts it for the activity that the calling thread is in.
     *
     * @param onEnd called once if the activity is cancelled or timed out
     */
    public static ActivityHeartbeat start(Supplier<RowProgress> progress, Runnable onEnd) {
        ActivityHeartbeat heartbeat = new ActivityHeartbeat(progress, onEnd);
        var unused = heartbeat.thread.scheduleAtFixedRate(heartbeat::beat, 0, 1, TimeUnit.SECONDS);
        return heartbeat;
    }

    /**
     * Does work for the activity that the calling thread is in.
     *
     * @param begun what Temporal is told before the work tells of its progress
     * @param work is given what takes its progress; this throws once the activity is cancelled or timed out
     */
    public static <R> R during(RowProgress begun, Function<Consumer<RowProgress>, R> work) {
        AtomicReference<RowProgress> latest = new AtomicReference<>(begun);
        try (ActivityHeartbeat heartbeat = start(latest::get, () -> {})) {
            return work.apply(progress -> {
                latest.set(progress);
                heartbeat.beat();
                heartbeat.requireWanted();
            });
        }
    }

    private void beat() {
        try {
            context.heartbeat(progress.get());
        } catch (ActivityCompletionException e) {
            end = e;
            thread.shutdown();
            onEnd.run();
        }
    }

    /** @throws ActivityCompletionException as Temporal said it, if the activity was cancelled or timed out */
    public void requireWanted() {
        ActivityCompletionException said = end;
        if (said != null) {
            throw said;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
