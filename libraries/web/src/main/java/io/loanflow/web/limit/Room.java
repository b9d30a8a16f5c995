package io.loanflow.web.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Memory that requests share. What asks for more than all of it gets all of it, alone. */
final class Room {

    private static final long UNIT = 1024;

    private final int size;
    private final Semaphore free;

    Room(long bytes) {
        size = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        free = new Semaphore(size);
    }

    boolean take(long bytes) {
        return free.tryAcquire(units(bytes));
    }

    boolean take(long bytes, Duration patience) throws InterruptedException {
        return free.tryAcquire(units(bytes), patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** @param bytes as they were taken */
    void giveBack(long bytes) {
        free.release(units(bytes));
    }

    private int units(long bytes) {
        return (int) Math.min(size, (bytes + UNIT - 1) / UNIT);
    }
}
