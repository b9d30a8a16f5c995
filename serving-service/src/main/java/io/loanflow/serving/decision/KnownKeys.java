package io.loanflow.serving.decision;

import io.loanflow.serving.journal.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the answers to requests with keys lie. Of more than a million, the oldest are forgotten first. Thread-safe. */
final class KnownKeys {

    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int MOST = 1_000_000;

    private final InstantSource clock;
    private final Map<String, Known> keys = new LinkedHashMap<>();

    KnownKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** @param at when it was answered */
    record Known(String fingerprint, Instant at, Place place) {}

    synchronized void add(KeyedAnswer answer, Place place) {
        Instant oldest = clock.instant().minus(REMEMBERED);
        // They are about in the order of their time, and the first that is young enough ends the search.
        Iterator<Known> first = keys.values().iterator();
        while (first.hasNext() && (first.next().at().isBefore(oldest) || keys.size() >= MOST)) {
            first.remove();
        }
        if (answer.at().isAfter(oldest)) {
            keys.put(answer.key().key(), new Known(answer.key().fingerprint(), answer.at(), place));
        }
    }

    synchronized Optional<Known> find(String key) {
        return Optional.ofNullable(keys.get(key))
                .filter(known -> known.at().isAfter(clock.instant().minus(REMEMBERED)));
    }
}
