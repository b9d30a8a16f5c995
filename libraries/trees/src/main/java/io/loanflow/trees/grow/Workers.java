package io.loanflow.trees.grow;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Does numbered tasks on threads that live as long as the work. */
final class Workers {

    private Workers() {}

    /**
     * Does tasks 0 to below {@code count}.
     *
     * @param worker makes what does the tasks of one thread, and may hold that thread's memory
     * @return the results in the order of the tasks
     * @throws CancellationException if the calling thread was interrupted; it stays interrupted
     */
    static <T> List<T> run(int threads, int count, Supplier<IntFunction<T>> worker, GrowthMonitor monitor) {
        SortedMap<Integer, T> results = new ConcurrentSkipListMap<>();
        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        AtomicInteger next = new AtomicInteger();
        int most = Math.min(threads, count);
        try (WorkThreads pool = new WorkThreads(most, "forest")) {
            for (int thread = 0; thread < most; thread++) {
                pool.execute(() -> work(worker, next, count, results, outcomes));
            }
            await(outcomes, count, monitor);
            return List.copyOf(results.values());
        }
    }

    private static <T> void work(
            Supplier<IntFunction<T>> worker,
            AtomicInteger next,
            int count,
            SortedMap<Integer, T> results,
            BlockingQueue<Outcome> outcomes) {
        try {
            IntFunction<T> task = worker.get();
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                results.put(i, task.apply(i));
                outcomes.add(() -> {});
            }
        } catch (RuntimeException e) {
            outcomes.add(() -> {
                throw e;
            });
        } catch (Error e) {
            outcomes.add(() -> {
                throw e;
            });
        }
    }

    private static void await(BlockingQueue<Outcome> outcomes, int count, GrowthMonitor monitor) {
        try {
            for (int done = 0; done < count; ) {
                Outcome outcome = outcomes.poll(1, TimeUnit.SECONDS);
                if (outcome != null) {
                    outcome.get();
                    done++;
                }
                monitor.grown(done, count);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("Interrupted while a forest grew").initCause(e);
        }
    }

    /** A task done, or what it failed with. */
    private interface Outcome {
        void get();
    }
}
