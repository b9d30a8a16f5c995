package io.loanflow.training.activity;

import io.temporal.activity.ActivityExecutionContext;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Says every second, from a thread of its own, that this process lives: for work of some seconds that has no progress to
 * report. A process that dies is noticed as soon as its heartbeats stop.
 */
final class SteadyHeartbeat implements AutoCloseable {

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "activity-heartbeat"));

    private SteadyHeartbeat() {}

    static SteadyHeartbeat start(ActivityExecutionContext context) {
        SteadyHeartbeat heartbeat = new SteadyHeartbeat();
        // One that throws, since the activity was cancelled, is the last.
        var unused = heartbeat.thread.scheduleAtFixedRate(() -> context.heartbeat(null), 0, 1, TimeUnit.SECONDS);
        return heartbeat;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
