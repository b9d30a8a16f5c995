package io.loanflow.worker.pipeline;

import io.temporal.activity.Activity;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** What a test has an activity wait for. */
final class HeldBack {

    private static final long PAUSE_NANOS = 10_000_000;

    private HeldBack() {}

    static void until(CountDownLatch goOn) {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the test held this activity back", e);
        }
    }

    /** As a replica does, which hears of it by its next heartbeat. */
    static void untilCancelled() {
        untilCancelledOr(new CountDownLatch(1));
    }

    static void untilCancelledOr(CountDownLatch goOn) {
        while (goOn.getCount() > 0) {
            Activity.getExecutionContext().heartbeat("not yet");
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
