package io.loanflow.trees.grow;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads that live as long as a piece of work. Closing interrupts what still works and waits until it has stopped, so that nothing goes on behind the caller's back. */
public final class WorkThreads implements Executor, AutoCloseable {

    private final ExecutorService pool;

    /** @param name of each of the threads */
    public WorkThreads(int count, String name) {
        pool = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    /** The calling thread stays interrupted where it is. */
    @Override
    public void close() {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        boolean stopped = false;
        while (!stopped) {
            try {
                stopped = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
