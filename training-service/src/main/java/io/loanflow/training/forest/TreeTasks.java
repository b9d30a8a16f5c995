package io.loanflow.training.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Runs tasks on a few threads, and nothing is left running when it returns, however it does. */
final class TreeTasks {

    private static final long REPORT_MILLIS = 500;

    private final int threads;

    TreeTasks(int threads) {
        this.threads = threads;
    }

    /** @return results in the order of the tasks */
    <T> List<T> run(List<Callable<T>> tasks, IntConsumer done) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, tasks.size()), task -> {
            Thread thread = new Thread(task, "tree");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return run(tasks, done, executor);
        } finally {
            stop(executor);
        }
    }

    private static <T> List<T> run(List<Callable<T>> tasks, IntConsumer done, ExecutorService executor) {
        CompletionService<T> completion = new ExecutorCompletionService<>(executor);
        List<Future<T>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(completion.submit(task)));
        try {
            int finished = 0;
            while (finished < tasks.size()) {
                Future<T> next = completion.poll(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.get();
                    finished++;
                }
                done.accept(finished);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a tree could not be grown", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trees were growing", e);
        }
    }

    /** Trees that wait are dropped; those that grow cannot be interrupted, so they are waited for. */
    private static void stop(ExecutorService executor) {
        executor.shutdownNow();
        boolean interrupted = Thread.interrupted();
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
