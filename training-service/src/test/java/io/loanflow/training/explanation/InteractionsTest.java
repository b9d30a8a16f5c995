package io.loanflow.training.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.family.ScoreUnit;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.trees.score.TreeScorer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functions whose interactions are known. */
class InteractionsTest {

    private static final int ROWS = 120;

    private static final List<ColumnPlace> PLACES = places();

    @Test
    void columnsThatAddUpDoNotInteract() {
        assertThat(interactions(row -> 0.1 + row[0] / 4 + row[1] * row[1] / 4 - row[2] / 8, ScoreUnit.PROBABILITY))
                .allSatisfy(pair -> {
                    assertThat(pair.strength()).isCloseTo(0, within(1e-12));
                    assertThat(pair.share()).isCloseTo(0, within(1e-12));
                });
    }

    @Test
    void logOddsThatAddUpDoNotInteractThoughProbabilitiesDo() {
        ToDoubleFunction<double[]> logistic = row -> 1 / (1 + Math.exp(-(6 * row[0] + 6 * row[1] - 6)));

        assertThat(interactions(logistic, ScoreUnit.LOG_ODDS))
                .allSatisfy(pair -> assertThat(pair.strength()).isCloseTo(0, within(1e-9)));
        assertThat(interactions(logistic, ScoreUnit.PROBABILITY).get(0).share()).isGreaterThan(0.01);
    }

    @Test
    void twoThatMultiplyComeFirstAsTheirDefinitionHasIt() {
        double[][] columns = columns();
        double[] means = IntStream.range(0, 3)
                .mapToDouble(i -> IntStream.range(0, ROWS)
                        .mapToDouble(row -> columns[i][row])
                        .average()
                        .orElseThrow())
                .toArray();
        // Of x·z the part that neither does alone is (x - mean)·(z - mean), less its own mean.
        double[] rest = IntStream.range(0, ROWS)
                .mapToDouble(row -> (columns[0][row] - means[0]) * (columns[2][row] - means[2]))
                .toArray();
        double middle =
                IntStream.range(0, ROWS).mapToDouble(row -> rest[row]).average().orElseThrow();
        double expected = Math.sqrt(IntStream.range(0, ROWS)
                .mapToDouble(row -> (rest[row] - middle) * (rest[row] - middle))
                .average()
                .orElseThrow());

        Interaction first = interactions(row -> row[0] * row[2] / 2 + row[1] / 2, ScoreUnit.PROBABILITY)
                .get(0);

        assertThat(List.of(first.first(), first.second()))
                .containsExactly(PLACES.get(0).name(), PLACES.get(2).name());
        assertThat(first.strength()).isCloseTo(expected / 2, within(1e-12));
    }

    private static List<Interaction> interactions(ToDoubleFunction<double[]> score, ScoreUnit unit) {
        return new Interactions(new SampledModel(new Formula(score), columns(), ROWS), unit).of(PLACES);
    }

    private static List<ColumnPlace> places() {
        DatasetDefinition definition = LoanTable.definitionOfRepository();
        List<Column> some = definition.features().subList(0, 3);
        return IntStream.range(0, 3)
                .mapToObj(i -> new ColumnPlace(some.get(i), i, 1))
                .toList();
    }

    private static double[][] columns() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] columns = new double[3][ROWS];
        for (double[] column : columns) {
            for (int row = 0; row < ROWS; row++) {
                column[row] = random.nextDouble();
            }
        }
        return columns;
    }

    private record Formula(ToDoubleFunction<double[]> score) implements TreeScorer {

        @Override
        public List<String> featureNames() {
            return List.of("x", "y", "z");
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String digest() {
            return "";
        }

        @Override
        public double score(double[] features) {
            return score.applyAsDouble(features);
        }

        @Override
        public double[] scoreColumns(double[][] columns, int rows) {
            return IntStream.range(0, rows)
                    .mapToDouble(row -> score(new double[] {columns[0][row], columns[1][row], columns[2][row]}))
                    .toArray();
        }
    }
}
