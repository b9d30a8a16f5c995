package io.loanflow.web.limit;

import java.util.concurrent.TimeUnit;

/** How fast a client has to send or to read for a thread to wait for it: 64 KiB a second, once the first 20 seconds are over. */
final class Pace {

    private static final long GRACE = TimeUnit.SECONDS.toNanos(20);
    private static final double NANOSECONDS_A_BYTE = (double) TimeUnit.SECONDS.toNanos(1) / (64 * 1024);

    private long start = System.nanoTime();
    private long bytes;

    void moved(long more) {
        bytes += Math.max(0, more);
    }

    /** Time in which nobody waited for the client. */
    void idle(long nanoseconds) {
        start += nanoseconds;
    }

    boolean isLost() {
        return System.nanoTime() - start > GRACE + (long) (bytes * NANOSECONDS_A_BYTE);
    }
}
