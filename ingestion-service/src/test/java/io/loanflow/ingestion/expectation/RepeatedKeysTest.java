package io.loanflow.ingestion.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RepeatedKeysTest {

    private static final int LISTED = 20;

    @Test
    void withoutKeysNothingIsRepeated() throws IOException {
        try (RepeatedKeys keys = new RepeatedKeys()) {
            assertThat(keys.repeated(LISTED)).isEqualTo(new RepeatedKeys.Repeated(0, List.of()));
        }
    }

    @Test
    void everyRowAfterTheFirstOfAKeyIsARepetition() throws IOException {
        try (RepeatedKeys keys = new RepeatedKeys()) {
            keys.add(0, 0, 1);
            keys.add(0, 2, 2);
            keys.add(1, 0, 3);
            keys.add(-1, 7, 4);
            keys.add(1, 0, 5);
            keys.add(-1, 7, 6);
            keys.add(1, 0, 7);

            assertThat(keys.repeated(LISTED)).isEqualTo(new RepeatedKeys.Repeated(3, List.of(5L, 6L, 7L)));
        }
    }

    @Test
    void theSameIsFoundWhenKeysWaitInTheFile() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        Set<Long> seen = new HashSet<>();
        long repeated = 0;
        try (RepeatedKeys keys = new RepeatedKeys()) {
            for (long row = 1; row <= 600_000; row++) {
                long key = random.nextLong(2_000_000);
                repeated += seen.add(key) ? 0 : 1;
                keys.add(new SplittableRandom(key).nextLong(), key, row);
            }

            RepeatedKeys.Repeated found = keys.repeated(LISTED);

            assertThat(found.count()).isEqualTo(repeated);
            assertThat(found.firstRows()).hasSize(LISTED).isSorted();
        }
    }
}
