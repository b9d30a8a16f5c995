package io.loanflow.model.family;

import io.loanflow.trees.grow.WorkThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Grows several models at the same time, whose trees each wait for the one before: with a thread a model nobody waits, where threads that
 * share a model wait for each other at every step of a tree.
 */
final class SideBySide {

    private final Growth growth;
    private final int[] trees;
    private final long[] bytes;

    private SideBySide(int count, Growth growth) {
        this.growth = growth;
        trees = new int[count];
        bytes = new long[count];
    }

    /** Grows one of the models. */
    interface Work<T> {
        T grow(int number, Growth growth);
    }

    /**
     * Grows models 0 to below {@code count}.
     *
     * @param growth is told of all models together; its threads are shared out
     * @return in order
     * @throws CancellationException if the calling thread is interrupted; it stays interrupted
     */
    static <T> List<T> run(int count, Growth growth, Work<T> work) {
        SideBySide all = new SideBySide(count, growth);
        // What does not go round shares the threads.
        int even = count - count % growth.threads();
        List<T> results = new ArrayList<>(all.run(0, even, growth.threads(), work));
        results.addAll(all.run(even, count, count - even, work));
        return results;
    }

    private <T> List<T> run(int from, int to, int atOnce, Work<T> work) {
        if (from == to) {
            return List.of();
        }
        try (WorkThreads pool = new WorkThreads(atOnce, "fold")) {
            ExecutorCompletionService<T> ended = new ExecutorCompletionService<>(pool);
            List<Future<T>> futures = IntStream.range(from, to)
                    .mapToObj(number -> ended.submit(() -> grow(number, growth.threads() / atOnce, work)))
                    .toList();
            for (int i = from; i < to; i++) {
                ended.take().get();
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("Interrupted while models grew").initCause(e);
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
        }
    }

    private <T> T grow(int number, int threads, Work<T> work) {
        T grown = work.grow(
                number,
                new Growth(
                        threads,
                        growth.source(),
                        count -> tellTrees(number, count),
                        needed -> tellBytes(number, needed)));
        // A node is counted with all copies that scoring and writing make of it: one model's leave room for several
        // that only wait.
        tellBytes(number, 0);
        return grown;
    }

    private synchronized void tellTrees(int number, int grown) {
        trees[number] = grown;
        growth.treesGrown().accept(Arrays.stream(trees).sum());
    }

    private synchronized void tellBytes(int number, long needed) {
        bytes[number] = needed;
        growth.modelBytes().accept(Arrays.stream(bytes).sum());
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
