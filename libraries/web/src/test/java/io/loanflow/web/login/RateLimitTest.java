package io.loanflow.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long NOW = Long.MAX_VALUE - 5;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimit limit = new RateLimit(10);

    @Test
    void aSecondsWorthMayComeAtOnceAndNoMore() {
        assertThat(taken("a", NOW, 30)).isEqualTo(10);
        assertThat(limit.take("a", NOW)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatIsRefusedDoesNotCount() {
        taken("a", NOW, 1_000);

        assertThat(taken("a", NOW + SECOND / 2, 30)).isEqualTo(5);
        assertThat(taken("a", NOW + 10 * SECOND, 30)).isEqualTo(10);
    }

    @Test
    void othersAreNotTouched() {
        taken("a", NOW, 30);

        assertThat(taken("b", NOW, 30)).isEqualTo(10);
    }

    @Test
    void namesAreForgottenBeforeTheyFillTheHeap() {
        taken("a", NOW, 30);
        IntStream.range(0, 20_000).forEach(i -> limit.take("name" + i, NOW));

        assertThat(taken("a", NOW, 30)).isEqualTo(10);
    }

    private long taken(String name, long now, int asked) {
        return IntStream.range(0, asked)
                .filter(i -> limit.take(name, now).isZero())
                .count();
    }
}
