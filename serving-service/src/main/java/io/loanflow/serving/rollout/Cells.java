package io.loanflow.serving.rollout;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Counts that several threads count in. */
final class Cells {

    private Cells() {}

    static List<Long> all(AtomicLongArray cells) {
        return first(cells, cells.length());
    }

    /** Without those behind the last that is not 0. */
    static List<Long> filled(AtomicLongArray cells) {
        int filled = cells.length();
        while (filled > 0 && cells.get(filled - 1) == 0) {
            filled--;
        }
        return first(cells, filled);
    }

    private static List<Long> first(AtomicLongArray cells, int count) {
        return IntStream.range(0, count).mapToObj(cells::get).toList();
    }
}
