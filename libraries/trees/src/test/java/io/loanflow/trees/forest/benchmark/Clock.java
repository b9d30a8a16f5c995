package io.loanflow.trees.forest.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Times pieces of work. */
public final class Clock {

    private Clock() {}

    /** Work that may read files. */
    public interface Work {
        void run() throws IOException;
    }

    public static double seconds(Work work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
