package io.loanflow.training.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.tuning.Validation;
import io.loanflow.training.rows.PartRows;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final Validation FIVE = new Validation(5, 42);

    @Test
    void eachRowIsInOneFoldAndFoldsAreOfAboutTheSameSize() {
        Folds folds = Folds.of(rows(10_000, 1), FIVE);

        assertThat(IntStream.range(0, 5)
                        .flatMap(fold -> IntStream.of(folds.inside(fold)))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, 10_000).toArray());
        for (int fold = 0; fold < 5; fold++) {
            assertThat(folds.inside(fold).length).isBetween(1800, 2200);
            assertThat(folds.without(fold).size()).isEqualTo(10_000 - folds.inside(fold).length);
        }
    }

    @Test
    void rowsOfEqualContentAreNeverOnBothSidesAndTheirPlaceDoesNotMatter() {
        PartRows rows = rows(1000, 2);
        int[] twiceBackwards =
                IntStream.range(0, 2000).map(i -> (1999 - i) % 1000).toArray();
        Folds once = Folds.of(rows, FIVE);
        Folds twice = Folds.of(rows.only(twiceBackwards), FIVE);

        for (int fold = 0; fold < 5; fold++) {
            assertThat(IntStream.of(twice.inside(fold))
                            .map(row -> twiceBackwards[row])
                            .distinct()
                            .sorted()
                            .toArray())
                    .isEqualTo(once.inside(fold));
        }
    }

    @Test
    void theSeedMatters() {
        PartRows rows = rows(1000, 3);

        assertThat(Folds.of(rows, new Validation(5, 43)).inside(0))
                .isNotEqualTo(Folds.of(rows, FIVE).inside(0));
    }

    private static PartRows rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[3][count];
        byte[] labels = new byte[count];
        for (int row = 0; row < count; row++) {
            columns[0][row] = random.nextInt(3);
            columns[1][row] = random.nextDouble();
            columns[2][row] = random.nextInt(100_000);
            labels[row] = (byte) random.nextInt(2);
        }
        return new PartRows(List.of("a", "b", "c"), List.of(), columns, labels, new String[0][]);
    }
}
