package io.loanflow.trees.vary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.grow.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VariedScoresTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private final SplittableRandom random = new SplittableRandom(4);

    private final TreeSum model = model();

    /** The rows have another order than the model. */
    private final VariedScores scores = new VariedScores(model, List.of("c", "x", "a", "b"));

    private TreeSum model() {
        double[][] columns = new double[3][400];
        int[] labels = new int[400];
        for (int row = 0; row < labels.length; row++) {
            for (double[] column : columns) {
                column[row] = random.nextInt(12);
            }
            labels[row] = columns[0][row] * columns[1][row] > 5 * columns[2][row] ? 1 : 0;
        }
        TrainingTable table = TrainingTable.of(NAMES, columns, List.of("no", "yes"), labels);
        return TreeSum.of(
                GradientBoosting.grow(table, "yes", BoostingParameters.defaults(1), 1, step -> step.trees() < 15));
    }

    private double[] row() {
        return random.doubles(4, 0, 12).toArray();
    }

    private double value(double[] row) {
        return model.value(new double[] {row[2], row[3], row[0]});
    }

    /** A value of each cell. */
    private double[] values(int place) {
        double[] thresholds = scores.thresholds(place);
        double[] values = Arrays.copyOf(thresholds, thresholds.length + 1);
        values[thresholds.length] = 1e9;
        return values;
    }

    @Test
    void aLineHasTheScoreOfEachCell() {
        double[] row = row();
        double[] line = scores.line(row, 2);
        double[] values = values(2);

        assertThat(line).hasSize(scores.cells(2)).hasSizeGreaterThan(5);
        for (int cell = 0; cell < line.length; cell++) {
            row[2] = values[cell];
            assertThat(scores.cell(2, values[cell])).isEqualTo(cell);
            assertThat(line[cell]).isCloseTo(value(row), within(1e-12));
        }
    }

    @Test
    void aPlaneHasTheScoreOfEachPairOfCells() {
        double[] row = row();
        double[] firsts = values(0);
        double[] seconds = values(3);
        double[][] plane = scores.plane(row, 0, 0, firsts.length, 3);

        assertThat(scores.plane(row, 0, 2, 5, 3)).hasDimensions(3, seconds.length);
        for (int i = 0; i < firsts.length; i++) {
            for (int j = 0; j < seconds.length; j++) {
                row[0] = firsts[i];
                row[3] = seconds[j];
                assertThat(plane[i][j]).isCloseTo(value(row), within(1e-12));
                assertThat(scores.value(row)).isCloseTo(value(row), within(1e-12));
                double[][] strip = scores.plane(row, 0, i, i + 1, 3);
                assertThat(strip[0][j]).isCloseTo(value(row), within(1e-12));
            }
        }
    }

    @Test
    void aFeatureOfNoTreeHasOneCell() {
        double[] row = row();

        assertThat(scores.line(row, 1)).containsExactly(new double[] {value(row)}, within(1e-12));
        assertThatThrownBy(() -> new VariedScores(model, List.of("a", "b"))).hasMessageContaining("splits on c");
    }
}
