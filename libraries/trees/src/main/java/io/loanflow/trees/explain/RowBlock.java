package io.loanflow.trees.explain;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rows of columns that are explained together.
 *
 * @param columns by place in a row
 * @param contributions by group and row, to add to
 * @param from the first of the rows
 * @param count how many
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowBlock(double[][] columns, double[][] contributions, int from, int count) {

    /**
     * Deals the rows out to threads, in blocks.
     *
     * @param size rows of a block
     * @param workers what works on blocks, one after the other; made once a thread, and may hold that thread's memory
     * @throws CancellationException if the calling thread is interrupted; it stays interrupted
     */
    void inParallel(int size, int threads, Supplier<Consumer<RowBlock>> workers) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ": give at least 1");
        }
        int blocks = -Math.floorDiv(-count, size);
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            Consumer<RowBlock> worker = workers.get();
            int block = next.getAndIncrement();
            for (; block < blocks && !Thread.currentThread().isInterrupted(); block = next.getAndIncrement()) {
                worker.accept(part(block * size, size));
            }
            return block >= blocks;
        };
        run(work, Math.min(threads, blocks));
    }

    private RowBlock part(int start, int size) {
        return new RowBlock(columns, contributions, from + start, Math.min(size, count - start));
    }

    /** The columns of these rows alone. */
    double[][] part() {
        return Arrays.stream(columns)
                .map(column -> Arrays.copyOfRange(column, from, from + count))
                .toArray(double[][]::new);
    }

    /** The rows, each as an array. */
    double[][] transposed() {
        double[][] rows = new double[count][columns.length];
        for (int place = 0; place < columns.length; place++) {
            for (int row = 0; row < count; row++) {
                rows[row][place] = columns[place][from + row];
            }
        }
        return rows;
    }

    private static void run(Callable<Boolean> work, int threads) {
        if (threads == 0) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(threads, work))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("Interrupted while rows were explained").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Rows could not be explained", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
