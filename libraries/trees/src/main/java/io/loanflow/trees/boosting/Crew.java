package io.loanflow.trees.boosting;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do short pieces of work together, thousands of times a second: they wait for the next piece awake for a while, since to
 * be woken takes longer than many a piece. The thread that asks is one of them.
 */
final class Crew implements AutoCloseable {

    /** A fraction of a millisecond: whoever waits longer does so because another process has the processor. */
    private static final int SPINS = 4_000;

    private static final long NAP_NANOS = 50_000;

    /** What each thread does: its number, from 0, tells it its share. */
    interface Piece {
        void run(int thread);
    }

    private final int threads;

    private final Slot[] slots;

    private Piece piece = thread -> {};

    private volatile int round;

    private volatile boolean closed;

    Crew(int threads) {
        this.threads = threads;
        this.slots = new Slot[threads];
        for (int i = 1; i < threads; i++) {
            int number = i;
            slots[i] = new Slot();
            Thread thread = new Thread(() -> work(number, slots[number]), "boosting");
            thread.setDaemon(true);
            thread.start();
        }
    }

    int threads() {
        return threads;
    }

    /** Has every thread do its share, and waits for all. A failure of one of them is thrown here. */
    void run(Piece shared) {
        if (threads == 1) {
            shared.run(0);
            return;
        }
        piece = shared;
        int now = round + 1;
        round = now;
        try {
            shared.run(0);
        } finally {
            for (int i = 1; i < threads; i++) {
                await(slots[i], now);
            }
        }
        for (int i = 1; i < threads; i++) {
            slots[i].rethrow();
        }
    }

    private static void await(Slot slot, int wanted) {
        for (int spins = 0; slot.done != wanted; spins++) {
            pause(spins);
        }
    }

    private void work(int number, Slot slot) {
        int seen = 0;
        while (true) {
            for (int spins = 0; round == seen; spins++) {
                if (closed) {
                    return;
                }
                pause(spins);
            }
            seen = round;
            try {
                piece.run(number);
            } catch (RuntimeException | Error e) {
                slot.failure = e;
            }
            slot.done = seen;
        }
    }

    private static void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** The threads end soon. */
    @Override
    public void close() {
        closed = true;
    }

    /** What one thread has to say; alone in its line of the cache. */
    private static final class Slot {

        private volatile int done;

        private @Nullable Throwable failure;

        @SuppressWarnings("unused") // keeps two threads' slots apart
        private long a, b, c, d, e, f, g, h;

        void rethrow() {
            Throwable thrown = failure;
            failure = null;
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
