package io.loanflow.trees.forest.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Times pieces of work. */
final class Clock {

    private Clock() {}

    /** Work that may read files. */
    interface Work {
        void run() throws IOException;
    }

    static double seconds(Work work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
