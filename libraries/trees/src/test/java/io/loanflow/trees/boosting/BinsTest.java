package io.loanflow.trees.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {

    @Test
    void fewValuesHaveABinEach() {
        Bins bins = Bins.of(new double[] {1, 1, 1, 2, 2, 2, 4, 4, 4}, 255);

        assertThat(bins.size()).isEqualTo(3);
        assertThat(bins.threshold(0)).isEqualTo(1.5);
        assertThat(bins.threshold(1)).isEqualTo(3);
        assertThat(bins.bin(1.5)).isZero();
        assertThat(bins.bin(1.6)).isEqualTo(1);
        assertThat(bins.bin(Double.MAX_VALUE)).isEqualTo(2);
    }

    @Test
    void valuesOfLessThanThreeRowsShareABin() {
        assertThat(Bins.of(new double[] {1, 2, 3, 4, 5, 6}, 255).size()).isEqualTo(2);
        assertThat(Bins.of(new double[] {7, 7, 7, 7}, 255).size()).isEqualTo(1);
    }

    @Test
    void manyValuesAreSharedOutEvenly() {
        double[] values = new SplittableRandom(3).doubles(100_000).sorted().toArray();
        Bins bins = Bins.of(values.clone(), 1023);
        int[] rows = new int[bins.size()];
        Arrays.stream(values).forEach(value -> rows[bins.bin(value)]++);

        assertThat(bins.size()).isBetween(1000, 1023);
        assertThat(IntStream.of(rows).min().orElseThrow()).isGreaterThan(80);
        assertThat(IntStream.of(rows).max().orElseThrow()).isLessThan(120);
    }

    @Test
    void aFrequentValueHasABinOfItsOwn() {
        double[] values = new SplittableRandom(3).doubles(10_000).toArray();
        Arrays.fill(values, 0, 3000, 0.5);
        Arrays.sort(values);
        Bins bins = Bins.of(values.clone(), 16);
        int own = bins.bin(0.5);

        assertThat(Arrays.stream(values).filter(value -> bins.bin(value) == own).distinct())
                .hasSizeLessThan(500);
        double next = Arrays.stream(values).filter(value -> value > 0.5).min().orElseThrow();
        assertThat(bins.bin(next)).isEqualTo(own + 1);
    }

    @Test
    void aThresholdLiesBetweenItsValuesEvenWhereNoNumberDoes() {
        double next = Math.nextUp(1.0);
        Bins bins = Bins.of(new double[] {1, 1, 1, next, next, next}, 255);

        assertThat(bins.bin(1)).isZero();
        assertThat(bins.bin(next)).isEqualTo(1);
    }
}
