package io.loanflow.preprocessing.batch;

import java.util.function.LongConsumer;

/** Counts a row once it is read and once it is stored; each is half of the work. For one thread. */
final class HalfwayProgress {

    /** Telling costs more than a row. */
    private static final long STEP = 8192;

    private final LongConsumer listener;
    private long halves;
    private long told;

    HalfwayProgress(LongConsumer listener) {
        this.listener = listener;
    }

    void add(int rows) {
        halves += rows;
        if (halves - told >= STEP) {
            told = halves;
            listener.accept(halves / 2);
        }
    }
}
