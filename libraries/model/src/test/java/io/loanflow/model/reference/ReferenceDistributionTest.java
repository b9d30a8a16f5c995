package io.loanflow.model.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceDistributionTest {

    @Test
    void numbersFallIntoBinsOfAboutEqualCounts() {
        NumberCounts counts =
                NumberBins.of("x", IntStream.range(0, 6400).asDoubleStream().toArray(), OptionalDouble.empty());

        assertThat(counts.counts()).hasSize(64).allMatch(count -> count >= 99 && count <= 101);
        assertThat(counts.rows()).isEqualTo(6400);
        assertThat(counts.missingBin()).isEqualTo(-1);
    }

    @Test
    void aValueLiesInTheFirstBinWhoseEdgeItDoesNotExceed() {
        NumberCounts counts = new NumberCounts("x", List.of(1.0, 2.0), List.of(1.0, 2.0, 3.0), List.of(1L, 1L, 1L), -1);

        assertThat(IntStream.of(0, 1, 2, 3).map(value -> counts.bin(value)).toArray())
                .containsExactly(0, 0, 1, 2);
        assertThat(counts.bin(Math.nextUp(1.0))).isEqualTo(1);
    }

    /** Else the same value is in one bin as it was learnt from, and in the next as it comes. */
    @Test
    void aValueIsInOneBinWhateverItsLastBitsAre() {
        double[] values =
                IntStream.range(0, 6400).mapToDouble(i -> (1 + i / 640) / 3.0).toArray();
        NumberCounts counts = NumberBins.of("x", values, OptionalDouble.of(7 / 3.0));

        for (int i = 0; i < 10; i++) {
            double value = (i + 1) / 3.0;
            assertThat(counts.counts().get(counts.bin(value))).as("%s", value).isEqualTo(640);
            assertThat(counts.bin(Math.nextUp(value))).isEqualTo(counts.bin(value));
            assertThat(counts.bin(Math.nextDown(value))).isEqualTo(counts.bin(value));
        }
        assertThat(counts.bin(7 / 3.0)).isEqualTo(counts.missingBin());
    }

    /** Else more missing values could not be told from more of their neighbours. */
    @Test
    void whatStandsForAMissingValueHasABinOfItsOwn() {
        NumberCounts counts = NumberBins.of(
                "x", IntStream.range(0, 6400).mapToDouble(i -> i / 10.0).toArray(), OptionalDouble.of(320.05));

        assertThat(counts.counts().get(counts.missingBin())).isZero();
        assertThat(counts.bin(320.05)).isEqualTo(counts.missingBin());
        assertThat(counts.bin(320.0)).isEqualTo(counts.missingBin() - 1);
        assertThat(counts.bin(320.1)).isEqualTo(counts.missingBin() + 1);
    }

    @Test
    void aColumnOfOneValueIsOneBin() {
        NumberCounts counts = NumberBins.of("x", new double[] {7, 7, 7}, OptionalDouble.empty());

        assertThat(counts.edges()).isEmpty();
        assertThat(counts.counts()).containsExactly(3L);
    }

    @Test
    void ofVeryManyCategoriesTheMostFrequentAreToldApart() {
        List<String> all = IntStream.range(0, 1500).mapToObj(i -> "c" + i).toList();
        String[] values = IntStream.range(0, 4000)
                .mapToObj(i -> i == 0 ? null : i < 2000 ? "c" + i % 1500 : "c1499")
                .toArray(String[]::new);

        CategoryCounts counts = ReferenceDistributionMaker.categories("c", all, values);

        assertThat(counts.categories())
                .hasSize(1000)
                .contains("c1", "c499", "c1499")
                .doesNotContain("c1400");
        assertThat(counts.rows()).isEqualTo(4000);
        assertThat(counts.counts().get(counts.cells().get("c1499"))).isEqualTo(2001);
    }

    @Test
    void categoriesThatTheModelDoesNotKnowAreOneCell() {
        CategoryCounts counts = new CategoryCounts("c", List.of("a", "b"), List.of(3L, 4L, 0L));

        assertThat(counts.cells()).isEqualTo(Map.of("a", 0, "b", 1));
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new CategoryCounts("c", List.of("a"), List.of(3L)))
                .hasMessageContaining("it needs one count more");
        assertThatThrownBy(
                        () -> new NumberCounts("x", List.of(2.0, 2.0), List.of(1.0, 1.0, 1.0), List.of(1L, 1L, 1L), -1))
                .hasMessageContaining("edges that do not rise");
    }
}
