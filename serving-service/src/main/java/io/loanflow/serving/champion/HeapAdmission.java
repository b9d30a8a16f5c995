package io.loanflow.serving.champion;

import io.loanflow.model.folder.ModelUnusableException;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Refuses a model that does not fit the heap beside those in service before it is fetched: the process would die of it. */
final class HeapAdmission {

    private static final long MEBIBYTE = 1 << 20;

    /** Heap for a byte of its files while a model is read: measured 1.6, and up to 2.6 where a file comes without its length. */
    private static final long HEAP_FOR_A_BYTE = 3;

    private final long heap;
    private final LongSupplier used;
    private final Runnable collection;

    /**
     * @param used bytes of the heap, garbage among them
     * @param collection throws the garbage away
     */
    HeapAdmission(long heap, LongSupplier used, Runnable collection) {
        this.heap = heap;
        this.used = used;
        this.collection = collection;
    }

    static HeapAdmission ofThisProcess() {
        Runtime runtime = Runtime.getRuntime();
        return new HeapAdmission(runtime.maxMemory(), () -> runtime.totalMemory() - runtime.freeMemory(), System::gc);
    }

    /**
     * @param bytes of the model's files
     * @throws ModelUnusableException if they do not fit, with the heap that they need
     */
    void require(long bytes) {
        long needed = bytes * HEAP_FOR_A_BYTE;
        if (needed <= heap - used.getAsLong()) {
            return;
        }
        collection.run();
        long inUse = used.getAsLong();
        if (needed > heap - inUse) {
            throw new ModelUnusableException(String.format(
                    Locale.ROOT,
                    "to read its %,d MiB takes %,d MiB of heap, and beside the models in service %,d of %,d MiB are free. Give the"
                            + " serving service %,d MiB (-Xmx, or twice that for its container), or let it serve fewer data sets"
                            + " (LOANFLOW_MODELS)",
                    bytes / MEBIBYTE + 1,
                    needed / MEBIBYTE + 1,
                    (heap - inUse) / MEBIBYTE,
                    heap / MEBIBYTE,
                    (needed + inUse) / MEBIBYTE + 1));
        }
    }
}
