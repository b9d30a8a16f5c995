package io.loanflow.preprocessing.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.preprocessing.Definitions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowHashTest {

    private static final double[] ROW = {1234.5, 7, 2, 0, 41, 1, 1};

    /** Computed by another implementation of MurmurHash3 from the bytes that the class describes. */
    @Test
    void theHashIsTheSameEverywhere() {
        assertThat(hash(42, ROW)).isEqualTo(0x62fb4257a2223ce6L);
        assertThat(hash(-1, Double.NaN, -7, 1, Double.NaN, Double.NaN, 0, 0)).isEqualTo(0x3e1c1c66eadc2214L);
    }

    @Test
    void everyColumnCounts() {
        Set<Long> hashes = new HashSet<>(List.of(hash(42, ROW)));
        for (int column = 0; column < ROW.length; column++) {
            double[] changed = ROW.clone();
            changed[column] = changed[column] == 0 ? 1 : 0;
            hashes.add(hash(42, changed));
        }

        assertThat(hashes).hasSize(ROW.length + 1);
    }

    @Test
    void aMissingValueIsNotZero() {
        assertThat(hash(42, Double.NaN, 7, 0, 0, 41, 1, 1)).isNotEqualTo(hash(42, 0, 7, 0, 0, 41, 1, 1));
    }

    private static long hash(long seed, double... values) {
        return new RowHash(Definitions.applicants().columns(), seed).of(values);
    }
}
