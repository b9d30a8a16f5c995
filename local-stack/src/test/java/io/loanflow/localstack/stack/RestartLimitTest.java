package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestartLimitTest {

    private final AtomicLong now = new AtomicLong();
    private final RestartLimit limit = new RestartLimit(now::get);

    @Test
    void pausesGrowUntilItEndsTooOften() {
        assertThat(limit.pause("redis")).contains(Duration.ofSeconds(1));
        assertThat(limit.pause("redis")).contains(Duration.ofSeconds(5));
        assertThat(limit.pause("redis")).contains(Duration.ofSeconds(25));
        assertThat(limit.pause("redis")).isEmpty();
    }

    @Test
    void eachHasItsOwn() {
        limit.pause("redis");

        assertThat(limit.pause("mlflow")).contains(Duration.ofSeconds(1));
    }

    @Test
    void whatWasLongAgoIsForgotten() {
        limit.pause("redis");
        limit.pause("redis");
        limit.pause("redis");
        now.addAndGet(RestartLimit.WHILE.plusSeconds(1).toNanos());

        assertThat(limit.pause("redis")).contains(Duration.ofSeconds(1));
    }
}
