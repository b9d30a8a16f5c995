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
    private final int bugs = BugCount.before(context);
    private final Supplier<?> details;
    private final Runnable onEnd;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "activity-heartbeat"));
    private volatile @Nullable ActivityCompletionException end;
    private boolean closed;

    private ActivityHeartbeat(Supplier<?> details, Runnable onEnd) {
        this.details = details;
        this.onEnd = onEnd;
    }

    /**
     * Starts it for the activity that the calling thread is in.
     *
     * @param onEnd called once if the activity is cancelled or timed out
     */
    public static ActivityHeartbeat start(Supplier<RowProgress> progress, Runnable onEnd) {
        return begin(progress, onEnd);
    }

    private static ActivityHeartbeat begin(Supplier<?> details, Runnable onEnd) {
        ActivityHeartbeat heartbeat = new ActivityHeartbeat(details, onEnd);
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

    /**
     * Does work that has nothing to count.
     *
     * @param words what Temporal is told of it
     * @param work is interrupted, and what it throws then is as if Temporal had thrown it, once the activity is cancelled or timed out
     */
    public static <R> R saying(String words, Supplier<R> work) {
        ActivityHeartbeat heartbeat = begin(() -> words, Thread.currentThread()::interrupt);
        try {
            return work.get();
        } catch (RuntimeException e) {
            heartbeat.requireWanted();
            throw e;
        } finally {
            heartbeat.close();
            if (heartbeat.end != null) {
                // The thread goes on with other activities.
                var unused = Thread.interrupted();
            }
        }
    }

    private synchronized void beat() {
        if (closed) {
            return;
        }
        Object said = details.get();
        try {
            context.heartbeat(said instanceof RowProgress progress ? progress.afterBugs(bugs) : said);
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

    /** Nothing is told any more from here on. */
    @Override
    public synchronized void close() {
        closed = true;
        thread.shutdownNow();
    }
}
