package io.loanflow.serving.decision;

import io.loanflow.serving.journal.JournalUnavailableException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A request with a key is decided once, however often and by however many at once it is sent. */
@Service
public final class RepeatedRequests {

    private final DecisionJournal journal;
    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

    public RepeatedRequests(DecisionJournal journal) {
        this.journal = journal;
    }

    private record Flight(String fingerprint, CompletableFuture<Boolean> landed) {}

    /**
     * The answer of now, or the bytes of the first one.
     *
     * @param key null of a request that is new each time
     * @param first decides, and keeps the decision with its key
     * @throws KeyReusedException if the key was sent with another request
     * @throws JournalUnavailableException if nobody can know whether it was sent before
     */
    public Object answer(@Nullable RequestKey key, Supplier<?> first) {
        if (key == null) {
            return first.get();
        }
        while (true) {
            Optional<byte[]> known = known(key);
            if (known.isPresent()) {
                return known.get();
            }
            Flight flight = new Flight(key.fingerprint(), new CompletableFuture<>());
            Flight other = flights.putIfAbsent(key.key(), flight);
            if (other == null) {
                return decide(key, flight, first);
            }
            requireSame(key, other.fingerprint());
            other.landed().join();
        }
    }

    private Object decide(RequestKey key, Flight flight, Supplier<?> first) {
        try {
            // Another may have landed between the look and the take-off.
            Optional<byte[]> known = known(key);
            return known.isPresent() ? known.get() : first.get();
        } finally {
            flights.remove(key.key());
            flight.landed().complete(true);
        }
    }

    private Optional<byte[]> known(RequestKey key) {
        // Opened first: what an earlier process answered is known from then on.
        journal.journal();
        Optional<KnownKeys.Known> known = journal.keys().find(key.key());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        requireSame(key, known.get().fingerprint());
        try {
            Optional<byte[]> entry = journal.read(known.get().place());
            return entry.isPresent()
                    ? Optional.ofNullable(EntryCodec.read(entry.get()).answer()).map(KeyedAnswer::json)
                    : Optional.empty();
        } catch (IOException e) {
            throw new JournalUnavailableException("what was answered before cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireSame(RequestKey key, String fingerprint) {
        if (!key.fingerprint().equals(fingerprint)) {
            throw new KeyReusedException();
        }
    }
}
