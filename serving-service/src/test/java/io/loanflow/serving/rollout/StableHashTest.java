package io.loanflow.serving.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StableHashTest {

    @Test
    void theSameTextIsAlwaysAtTheSamePlace() {
        // Another process, and another version, must say the same: by `printf request-7 | sha256sum`.
        assertThat(StableHash.of("request-7".getBytes(UTF_8))).isEqualTo(0.6600946154322307);
        assertThat(StableHash.of(new byte[0])).isCloseTo(0xe3b0c44298fc1cL / 0x1p56, within(1e-12));
    }

    @Test
    void manyTextsLieEvenly() {
        long tenth = IntStream.range(0, 20_000)
                .filter(i -> StableHash.of(("request-" + i).getBytes(UTF_8)) < 0.1)
                .count();

        assertThat(tenth).isBetween(1850L, 2150L);
    }
}
