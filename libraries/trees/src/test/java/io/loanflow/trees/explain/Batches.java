package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What holds of every explainer. */
final class Batches {

    private Batches() {}

    static void assertTheSameBits(Explainer explainer, double[][] rows) {
        double[][] columns = columns(rows);
        double[][] expected =
                columns(Arrays.stream(rows).map(explainer::explain).toArray(double[][]::new));
        for (int threads : new int[] {1, 2, 7}) {
            assertThat(explainer.explainColumns(columns, rows.length, threads)).isDeepEqualTo(expected);
        }
    }

    static void assertAdditive(Explainer explainer, TreeSum model, double[][] rows, double rounding) {
        for (double[] row : rows) {
            double sum =
                    explainer.base() + Arrays.stream(explainer.explain(row)).sum();
            assertThat(sum).isCloseTo(model.value(row), within(rounding));
        }
    }

    /** Of the bits of all contributions. */
    static int hash(Explainer explainer, double[][] rows) {
        return Arrays.deepHashCode(explainer.explainColumns(columns(rows), rows.length, 2));
    }

    static double[][] columns(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToObj(place ->
                        Arrays.stream(rows).mapToDouble(row -> row[place]).toArray())
                .toArray(double[][]::new);
    }
}
