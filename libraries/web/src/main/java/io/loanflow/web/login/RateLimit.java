package io.loanflow.web.login;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests of each login that are spread over time, a second's worth of them at once (the generic cell rate algorithm). What is refused
 * does not count.
 */
final class RateLimit {

    /** Names that are kept; one that was not heard of for longest is forgotten first, and has nothing used up. */
    private static final int MOST_NAMES = 10_000;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final Map<String, Long> used = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_NAMES;
        }
    };

    /** @param perSecond of each login */
    RateLimit(int perSecond) {
        this.perSecond = perSecond;
    }

    int perSecond() {
        return perSecond;
    }

    /**
     * Counts a request.
     *
     * @param now in nanoseconds, of a clock that never goes back
     * @return how long to wait before asking again; zero where this one may
     */
    synchronized Duration take(String name, long now) {
        long end = used.getOrDefault(name, now);
        long begin = end - now > 0 ? end : now;
        long after = begin + SECOND / perSecond;
        if (after - now > SECOND) {
            return Duration.ofNanos(after - now - SECOND);
        }
        used.put(name, after);
        return Duration.ZERO;
    }
}
