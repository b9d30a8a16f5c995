package io.loanflow.trees.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.grow.TrainingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Missing values and categories, against what {@code lightgbm_values.py} stored of LightGBM, whose derivatives are float32. */
class LightGbmTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/io/loanflow/trees/boosting");

    private static final double NEAR = 1e-4;

    private final double[][] rows = numbers("rows");

    LightGbmTest() throws IOException {}

    @Test
    void missingValuesGoLightGbmsWay() throws IOException {
        assertSame("missing", Regularization.NONE, CategoricalSplits.NONE, 0, 1, 2);
        assertSame("smooth", new Regularization(0.5, 1, 2), CategoricalSplits.NONE, 0, 1, 2);
    }

    @Test
    void categoriesArePartedLightGbmsWay() throws IOException {
        assertSame("one", Regularization.NONE, CategoricalSplits.of(Set.of("3")), 0, 3);
        assertSame("sets", Regularization.NONE, CategoricalSplits.of(Set.of("4")), 0, 4);
        CategoricalSplits splits = new CategoricalSplits(Set.of("3", "4"), 5, 2, 3, 4, 30);
        assertSame("everything", Regularization.NONE, splits, 0, 1, 2, 3, 4);
    }

    private void assertSame(String name, Regularization others, CategoricalSplits categories, int... columns)
            throws IOException {
        double[][] expected = numbers(name);
        Regularization regularization = new Regularization(others.lambdaL1(), 1, others.pathSmooth());
        Shape shape = new Shape(8, Integer.MAX_VALUE, 20, 1e-3, 0);
        BoostingParameters parameters = new BoostingParameters(
                        10, 0.1, shape, regularization, Sampling.EVERYTHING, Map.of(), 255, 1)
                .with(categories);
        BoostedTrees model = GradientBoosting.grow(table(columns), "1", parameters, 2, step -> true);
        for (int row = 0; row < rows.length; row++) {
            double[] values = rows[row];
            double[] some = Arrays.stream(columns).mapToDouble(i -> values[i]).toArray();
            assertThat(model.logOdds(some)).as(name + " " + row).isCloseTo(expected[row][0], within(NEAR));
        }
    }

    private TrainingTable table(int... columns) {
        double[][] values = Arrays.stream(columns)
                .mapToObj(column ->
                        Arrays.stream(rows).mapToDouble(row -> row[column]).toArray())
                .toArray(double[][]::new);
        int[] labels = Arrays.stream(rows).mapToInt(row -> (int) row[5]).toArray();
        List<String> names = IntStream.of(columns).mapToObj(Integer::toString).toList();
        return TrainingTable.withMissing(names, values, List.of("0", "1"), labels);
    }

    private static double[][] numbers(String name) throws IOException {
        return Files.readAllLines(DIRECTORY.resolve(name + ".csv")).stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(value -> value.equals("nan") ? Double.NaN : Double.parseDouble(value))
                        .toArray())
                .toArray(double[][]::new);
    }
}
