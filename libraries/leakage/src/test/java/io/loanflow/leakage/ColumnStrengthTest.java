package io.loanflow.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnStrengthTest {

    private static final int ROWS = 4000;
    private static final boolean[] POSITIVE = labels();

    @Test
    void aNumberThatKnowsTheAnswerIsPerfectWhicheverWayItPoints() {
        assertThat(numbers(row -> POSITIVE[row] ? 10 + row : -row).auc()).isEqualTo(1);
        assertThat(numbers(row -> POSITIVE[row] ? -row - 1.0 : row).auc()).isEqualTo(1);
    }

    @Test
    void aNumberThatKnowsTheAnswerByItsDistanceIsStrongToo() {
        SplittableRandom random = new SplittableRandom(3);

        assertThat(numbers(row -> POSITIVE[row] ? random.nextDouble(-1, 1) : 3 * Math.signum(random.nextDouble() - 0.5))
                        .auc())
                .isGreaterThan(0.99);
    }

    @Test
    void chanceIsWeakHoweverManyCategoriesThereAre() {
        SplittableRandom random = new SplittableRandom(5);

        assertThat(categories(row -> random.nextInt(1500)).auc()).isLessThan(0.55);
        assertThat(categories(row -> row).auc()).isLessThan(0.55);
        assertThat(numbers(row -> random.nextDouble()).auc()).isLessThan(0.55);
    }

    @Test
    void aCategoryThatKnowsTheAnswerIsStrong() {
        assertThat(categories(row -> (POSITIVE[row] ? 0 : 7) + row % 7).auc()).isGreaterThan(0.999);
    }

    @Test
    void thatAValueIsMissingMayBeTheAnswer() {
        ColumnStrength strength = numbers(row -> POSITIVE[row] ? row % 100 : Double.NaN);

        assertThat(strength.auc()).isEqualTo(1);
        assertThat(strength.byMissing()).isTrue();
        assertThat(numbers(row -> POSITIVE[row] ? 1 : 0).byMissing()).isFalse();
    }

    @Test
    void halfOfWhatItKnowsIsHalfTheWay() {
        assertThat(categories(row -> row % 2 == 0 && POSITIVE[row] ? 1 : 0).auc())
                .isCloseTo(0.75, within(0.02));
    }

    @Test
    void constantsAndEmptyColumnsKnowNothing() {
        assertThat(numbers(row -> 3).auc()).isBetween(0.5, 0.52);
        assertThat(numbers(row -> Double.NaN).auc()).isBetween(0.5, 0.52);
    }

    private static ColumnStrength numbers(IntToDoubleFunction value) {
        return ColumnStrength.ofNumbers(
                IntStream.range(0, ROWS).mapToDouble(value).toArray(), POSITIVE);
    }

    private static ColumnStrength categories(IntToDoubleFunction value) {
        return ColumnStrength.ofCategories(
                IntStream.range(0, ROWS).mapToDouble(value).toArray(), POSITIVE);
    }

    private static boolean[] labels() {
        SplittableRandom random = new SplittableRandom(1);
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = random.nextDouble() < 0.3;
        }
        return labels;
    }
}
