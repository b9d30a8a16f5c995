package io.loanflow.preprocessing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarlierRowsTest {

    @Test
    void whatRepeatsWithinALoadIsNew() {
        EarlierRows rows = new EarlierRows(1);
        rows.beginLoad();

        assertThat(rows.isNew(5)).isTrue();
        assertThat(rows.isNew(5)).isTrue();
        assertThat(rows.isNew(0)).isTrue();
        assertThat(rows.isNew(0)).isTrue();
    }

    @Test
    void exactlyWhatEarlierLoadsHadIsNotNew() {
        Random random = new Random(1);
        EarlierRows rows = new EarlierRows(3);
        Set<Long> earlier = new HashSet<>();
        for (int load = 0; load < 3; load++) {
            rows.beginLoad();
            Set<Long> current = new HashSet<>();
            for (int row = 0; row < 20_000; row++) {
                // Zero among them; collisions of slots are many.
                long hash = random.nextInt(30_000) * 0x1_0000_0001L;
                assertThat(rows.isNew(hash)).isEqualTo(!earlier.contains(hash));
                current.add(hash);
            }
            earlier.addAll(current);
        }
    }
}
