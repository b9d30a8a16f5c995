package io.loanflow.preprocessing.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.preprocessing.spool.RowSpool;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimeBoundaryTest {

    @Test
    void theTestPartHasTheLatestRows() {
        assertThat(boundary(0.2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).hasValue(9);
        assertThat(boundary(0.2, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).hasValue(9);
        assertThat(boundary(0.001, 1, 2, 3)).hasValue(3);
        assertThat(boundary(0.999, 1, 2, 3)).hasValue(2);
    }

    @Test
    void rowsOfOneTimeAreOnOneSideWhicheverBringsTheTestPartNearestToItsShare() {
        assertThat(boundary(0.2, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2)).hasValue(2);
        assertThat(boundary(0.2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3)).hasValue(3);
        assertThat(boundary(0.2, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3))
                .as("the earlier of two")
                .hasValue(2);
        assertThat(boundary(0.5, 1, 1, 1, 1, 2)).as("none before 1").hasValue(2);
        assertThat(boundary(0.5, 1, 2, 2, 2, 2)).as("none after 2").hasValue(2);
    }

    @Test
    void rowsOfOneTimeHaveNoBoundary() {
        assertThat(boundary(0.2, 7, 7, 7)).isEmpty();
        assertThat(boundary(0.2, 7)).isEmpty();
        assertThat(boundary(0.2)).isEmpty();
        assertThat(boundary(0.2, Double.NaN, Double.NaN)).isEmpty();
        assertThat(boundary(0.2, Double.NaN, 1, 2, Double.NaN)).hasValue(2);
    }

    @Property
    void noBoundaryIsNearerToTheShare(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 9) Integer> drawn,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        double[] times = drawn.stream().mapToDouble(Integer::doubleValue).toArray();
        OptionalDouble boundary = boundary(share, times);
        double[] choices = Arrays.stream(times)
                .distinct()
                .filter(time -> later(times, time) < times.length)
                .toArray();

        assertThat(boundary.isPresent()).isEqualTo(choices.length > 0);
        boundary.ifPresent(found -> {
            double wanted = Math.min(times.length - 1, Math.max(1, Math.round(share * times.length)));
            double best = Arrays.stream(choices)
                    .map(time -> Math.abs(later(times, time) - wanted))
                    .min()
                    .orElseThrow();
            assertThat(choices).contains(found);
            assertThat(Math.abs(later(times, found) - wanted)).isEqualTo(best);
        });
    }

    private static long later(double[] times, double boundary) {
        return Arrays.stream(times).filter(time -> time >= boundary).count();
    }

    private static OptionalDouble boundary(double share, double... times) {
        try (RowSpool rows = new RowSpool(1, 4)) {
            for (double time : times) {
                rows.add(new double[] {time});
            }
            return TimeBoundary.of(rows, 0, share);
        }
    }
}
