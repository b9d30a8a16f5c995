package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.CategoricalSplits;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.grow.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Splits by missing values and sets of categories: a column is one player, however its values are read. */
class ReadingsExplainedTest {

    private static final List<String> NAMES = List.of("category", "full", "other", "sparse");

    private static final double[][] ROWS = rows();

    private final TreeSum model = TreeSum.of(grow());

    /** In another order than the model's, with a place that it does not know. */
    private final Groups groups = new Groups(
            List.of("sparse", "full", "unknown", "category", "other"), List.of(0, 1, 0, 2, 1), List.of("s", "f", "c"));

    private static double[][] rows() {
        SplittableRandom random = new SplittableRandom(8);
        return Stream.generate(() -> new double[] {
                    random.nextInt(9) == 0 ? Double.NaN : random.nextInt(15),
                    random.nextInt(20),
                    random.nextInt(30),
                    random.nextInt(3) == 0 ? Double.NaN : random.nextInt(30)
                })
                .limit(5000)
                .toArray(double[][]::new);
    }

    private static BoostedTrees grow() {
        int[] labels = Arrays.stream(ROWS)
                .mapToInt(row -> row[0] * 7 % 15 + row[1] / 3 + (Double.isNaN(row[3]) ? 4 : row[3] / 5) > 12 ? 1 : 0)
                .toArray();
        BoostingParameters parameters = BoostingParameters.defaults(1).with(CategoricalSplits.of(Set.of("category")));
        TrainingTable table = TrainingTable.withMissing(NAMES, Batches.columns(ROWS), List.of("no", "yes"), labels);
        return GradientBoosting.grow(table, "yes", parameters, 2, step -> step.trees() < 12);
    }

    private static double[][] placed(int from, int to) {
        return Arrays.stream(ROWS, from, to)
                .map(row -> new double[] {row[3], row[1], 9, row[0], row[2]})
                .toArray(double[][]::new);
    }

    @Test
    void valuesAreThoseOfTheDefinition() {
        Definition definition = new Definition(model, groups);
        double[][] reference = placed(100, 140);
        Explainer path = new PathDependentExplainer(model, groups);
        Explainer compared = new InterventionalExplainer(model, groups, Batches.columns(reference), 40);
        Explainer walked = new InterventionalExplainer(model, groups, Batches.columns(reference), 40, 0);
        for (double[] row : placed(0, 60)) {
            double[] expected = Definition.shapley(3, present -> definition.pathDependent(row, present));
            assertThat(path.explain(row)).containsExactly(expected, within(1e-12));
            double[] against = Definition.shapley(3, present -> definition.interventional(row, reference, present));
            assertThat(compared.explain(row)).containsExactly(against, within(1e-12));
            assertThat(walked.explain(row)).containsExactly(compared.explain(row));
        }
    }

    @Test
    void manyRowsAreExplainedAsEachAlone() {
        double[][] rows = placed(0, ROWS.length);

        Batches.assertTheSameBits(new PathDependentExplainer(model, groups), rows);
        Batches.assertTheSameBits(new InterventionalExplainer(model, groups, Batches.columns(placed(0, 40)), 40), rows);
    }

    @Test
    void contributionsAreTheScore() {
        Explainer explainer = new PathDependentExplainer(model, groups);
        for (int row = 0; row < 200; row++) {
            double[] placed = placed(row, row + 1)[0];
            double sum =
                    explainer.base() + Arrays.stream(explainer.explain(placed)).sum();
            assertThat(sum).isCloseTo(model.value(ROWS[row]), within(1e-9));
        }
    }
}
