package io.loanflow.localstack.stack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How often something that ends is started again: so many times within a while, with longer and longer pauses before. */
final class RestartLimit {

    static final int TIMES = 3;
    static final Duration WHILE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int GROWTH = 5;

    private final LongSupplier nanoTime;
    /** When each was started again, the oldest first. */
    private final Map<String, Deque<Long>> restarts = new HashMap<>();

    RestartLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long to wait before it is started again; empty where it ends too often for that. Counts as a restart. */
    Optional<Duration> pause(String name) {
        long now = nanoTime.getAsLong();
        Deque<Long> recent = restarts.computeIfAbsent(name, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.getFirst() > WHILE.toNanos()) {
            recent.removeFirst();
        }
        if (recent.size() == TIMES) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, recent.size()));
        recent.addLast(now);
        return Optional.of(pause);
    }
}
