package io.loanflow.preprocessing.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSpoolTest {

    private static final int BLOCK = 4;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11})
    void rowsComeBackInOrderAsOftenAsTheyAreRead(int rows) {
        try (RowSpool spool = filled(rows)) {
            assertThat(spool.rows()).isEqualTo(rows);
            for (int time = 0; time < 2; time++) {
                assertThat(secondColumn(spool))
                        .containsExactlyElementsOf(DoubleStream.iterate(0, i -> i + 1)
                                .limit(rows)
                                .map(i -> i / 3)
                                .boxed()
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 11})
    void theValuesOfAColumnComeWithoutTheMissingOnes(int rows) {
        List<Double> values = new ArrayList<>();
        try (RowSpool spool = filled(rows)) {
            spool.forEachValue(0, values::add);
        }

        assertThat(values)
                .containsExactlyElementsOf(DoubleStream.iterate(0, i -> i + 1)
                        .limit(rows)
                        .filter(i -> i % 2 == 0)
                        .boxed()
                        .toList());
    }

    /** Row i is [i, or missing where i is odd; i / 3]. */
    private static RowSpool filled(int rows) {
        RowSpool spool = new RowSpool(2, BLOCK);
        double[] values = new double[2];
        for (int i = 0; i < rows; i++) {
            values[0] = i % 2 == 0 ? i : Double.NaN;
            values[1] = i / 3.0;
            spool.add(values);
        }
        return spool;
    }

    private static List<Double> secondColumn(RowSpool spool) {
        List<Double> values = new ArrayList<>();
        spool.forEachBlock(block -> {
            for (int row = 0; row < block.rows(); row++) {
                values.add(block.value(1, row));
            }
        });
        return values;
    }
}
