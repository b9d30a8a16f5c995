package io.loanflow.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NumberBinsTest {

    @Test
    void aMissingValueIsCountedWhereWhatStandsForItIs() {
        double[] values = {1, 2, Double.NaN, 3, 4, Double.NaN};

        NumberCounts counts = NumberBins.of("ratio", values, OptionalDouble.of(2.5));

        assertThat(counts.counts().get(counts.missingBin())).isEqualTo(2);
        assertThat(counts.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(6);
        assertThat(counts.centres().get(counts.missingBin())).isEqualTo(2.5);
    }
}
