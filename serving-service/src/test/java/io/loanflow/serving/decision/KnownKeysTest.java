package io.loanflow.serving.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.serving.journal.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    private static final Instant NOW = Instant.parse("2026-05-03T12:00:00Z");

    @Test
    void aKeyIsKnownForADay() {
        AtomicReference<Instant> time = new AtomicReference<>(NOW);
        KnownKeys keys = new KnownKeys(time::get);
        keys.add(answer("a", NOW), new Place("file", 0));

        time.set(NOW.plus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(keys.find("a")).isPresent();
        time.set(NOW.plus(Duration.ofHours(24)));
        assertThat(keys.find("a")).isEmpty();
    }

    @Test
    void whatIsTooOldIsForgottenAndWhatWasTooOldAtFirstIsNotLearned() {
        AtomicReference<Instant> time = new AtomicReference<>(NOW);
        KnownKeys keys = new KnownKeys(time::get);
        keys.add(answer("old", NOW.minus(Duration.ofDays(2))), new Place("file", 0));
        keys.add(answer("a", NOW), new Place("file", 0));
        time.set(NOW.plus(Duration.ofDays(2)));
        keys.add(answer("b", time.get()), new Place("file", 9));
        time.set(NOW);

        assertThat(keys.find("old")).isEmpty();
        assertThat(keys.find("a")).isEmpty();
        assertThat(keys.find("b")).isPresent();
    }

    private static KeyedAnswer answer(String key, Instant at) {
        return new KeyedAnswer(new RequestKey(key, "fingerprint"), at, "{}".getBytes(UTF_8));
    }
}
