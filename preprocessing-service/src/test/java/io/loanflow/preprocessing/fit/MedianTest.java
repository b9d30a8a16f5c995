package io.loanflow.preprocessing.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.preprocessing.spool.RowSpool;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Property
    void itIsTheMiddleOfTheSortedValues(@ForAll @NotEmpty double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double upper = sorted[sorted.length / 2];
        double lower = sorted[(sorted.length - 1) / 2];

        assertThat(median(values)).isEqualTo(sorted.length % 2 == 1 ? upper : lower / 2 + upper / 2);
    }

    @Test
    void missingValuesDoNotCount() {
        assertThat(median(Double.NaN, 9, Double.NaN, -1, 5, Double.NaN)).isEqualTo(5);
        assertThat(median(1, Double.NaN, 2)).isEqualTo(1.5);
    }

    @Test
    void extremesDoNotOverflow() {
        assertThat(median(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(median(-Double.MAX_VALUE, Double.MAX_VALUE)).isZero();
    }

    private static double median(double... values) {
        try (RowSpool rows = new RowSpool(1, 4)) {
            double[] row = new double[1];
            for (double value : values) {
                row[0] = value;
                rows.add(row);
            }
            return Median.of(
                    rows,
                    0,
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).count());
        }
    }
}
