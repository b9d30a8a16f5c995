package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.fixture.CsvRows;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Tables larger than there are files for. */
public final class MadeUpRows {

    private static final int FEATURES = 20;

    private MadeUpRows() {}

    /**
     * Twenty features of a normal distribution; the label follows from ten of them, with products and thresholds, and a
     * tenth of the labels is turned round.
     */
    public static CsvRows synthetic(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[FEATURES][rows];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            for (double[] column : columns) {
                column[row] = random.nextGaussian();
            }
            labels[row] = (signal(columns, row) > 0) == (random.nextDouble() < 0.9) ? 1 : 0;
        }
        List<String> names =
                IntStream.range(0, FEATURES).mapToObj(i -> "f" + (100 + i)).toList();
        return new CsvRows(names, columns, List.of("0", "1"), labels);
    }

    private static double signal(double[][] x, int row) {
        double steps = (x[6][row] > 0.5 ? 1 : 0) - (x[7][row] > 0.5 ? 1 : 0) + (Math.abs(x[8][row]) < 0.5 ? 0.5 : -0.5);
        return x[0][row]
                + x[1][row] * x[2][row]
                + 0.5 * x[3][row]
                - 0.5 * x[4][row] * x[5][row]
                + steps
                + 0.3 * x[9][row];
    }

    /**
     * Repeats rows. In each copy after the first, columns of many values vary by about a hundredth, so that more rows hold more
     * to learn.
     */
    public static CsvRows repeated(CsvRows rows, int times) {
        double[][] columns = new double[rows.columns().length][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = repeated(rows.columns()[column], times, new SplittableRandom(column));
        }
        int[] labels = new int[rows.size() * times];
        Arrays.setAll(labels, row -> rows.labels()[row % rows.size()]);
        return new CsvRows(rows.names(), columns, rows.labelNames(), labels);
    }

    private static double[] repeated(double[] column, int times, SplittableRandom random) {
        boolean many = Arrays.stream(column).distinct().count() > 255;
        boolean whole = Arrays.stream(column).allMatch(value -> value == Math.rint(value));
        double[] repeated = new double[column.length * times];
        for (int row = 0; row < repeated.length; row++) {
            double value = column[row % column.length];
            double varied = many && row >= column.length ? value * (1 + 0.01 * random.nextGaussian()) : value;
            repeated[row] = whole ? Math.rint(varied) : varied;
        }
        return repeated;
    }
}
