package io.loanflow.trees.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.trees.grow.ForestGrower;
import io.loanflow.trees.grow.ForestParameters;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.grow.TreeRange;
import io.loanflow.trees.tree.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MissingAndCategoriesTest {

    private static final List<String> NAMES = List.of("amount", "rate", "region", "term");

    private static final int ROWS = 6000;

    private static final double[][] COLUMNS = new double[NAMES.size()][ROWS];

    private static final int[] LABELS = new int[ROWS];

    static {
        SplittableRandom random = new SplittableRandom(3);
        for (int row = 0; row < ROWS; row++) {
            int signal = random.nextInt(100);
            for (int column = 0; column < NAMES.size(); column++) {
                COLUMNS[column][row] = random.nextInt(1, column == 2 ? 40 : 500);
                signal += (int) COLUMNS[column][row] * (column == 2 ? 7919 : 1) % (100 * (column + 1));
            }
            for (int column = 0; column < 3; column++) {
                if (random.nextInt(4 * (column + 1)) == 0) {
                    COLUMNS[column][row] = Double.NaN;
                    signal += 60 - 50 * column;
                }
            }
            LABELS[row] = signal > 480 ? 1 : 0;
        }
    }

    private static TrainingTable table(double[][] columns) {
        return TrainingTable.withMissing(NAMES, columns, List.of("no", "yes"), LABELS);
    }

    private static BoostingParameters parameters() {
        Sampling sampling = new Sampling(0.9, 0.8, 0.7, 1);
        return new BoostingParameters(40, 0.1, Shape.DEFAULT, Regularization.NONE, sampling, Map.of(), 255, 1)
                .with(CategoricalSplits.of(Set.of("region")));
    }

    private static BoostedTrees grow(int threads) {
        return GradientBoosting.grow(table(COLUMNS), "yes", parameters(), threads, step -> true);
    }

    private static double[] row(int row) {
        return new double[] {COLUMNS[0][row], COLUMNS[1][row], COLUMNS[2][row], COLUMNS[3][row]};
    }

    /** Every number of threads, platform and version of Java is held to this digest. */
    @Test
    void theModelIsTheSameEverywhere() {
        for (int threads : new int[] {1, 2, 7}) {
            assertThat(grow(threads).digest())
                    .isEqualTo("54e49ed074a36d829a009e9a1a57c2351c1645de5dcaaebbe746d4bed39c5852");
        }
    }

    @Test
    void splitsSendMissingValuesBothWaysAndPartCategories() {
        List<Reading> readings = grow(2).readings().list();

        assertThat(readings.subList(0, 4))
                .extracting(Reading::kind)
                .containsExactly(
                        Reading.Kind.MISSING_BELOW,
                        Reading.Kind.MISSING_BELOW,
                        Reading.Kind.CATEGORIES,
                        Reading.Kind.NUMBER);
        assertThat(readings).contains(Reading.of(0, Reading.Kind.MISSING_ABOVE));
        assertThat(readings).anyMatch(reading -> reading.categories().size() > 3);
    }

    @Test
    void theScorerGivesTheModelsProbabilitiesToTheBit() {
        BoostedTrees model = grow(2);
        BoostedScorer scorer = new BoostedScorer(model, List.of("term", "unknown", "region", "amount", "rate"));
        double[][] columns = {COLUMNS[3], COLUMNS[0], COLUMNS[2], COLUMNS[0], COLUMNS[1]};
        double[] scores = scorer.scoreColumns(columns, ROWS);

        for (int row = 0; row < ROWS; row++) {
            double[] values = {COLUMNS[3][row], 0, COLUMNS[2][row], COLUMNS[0][row], COLUMNS[1][row]};
            assertThat(scores[row]).isEqualTo(model.probability(row(row))).isEqualTo(scorer.score(values));
        }
    }

    @Test
    void theLossCurveReadsRowsAsTheModelDoes() {
        LossCurve curve = new LossCurve(NAMES, COLUMNS, LABELS);
        BoostedTrees model = GradientBoosting.grow(table(COLUMNS), "yes", parameters(), 2, step -> {
            curve.add(step);
            return true;
        });
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += LogisticLoss.of(LABELS[row], model.logOdds(row(row)));
        }

        assertThat(curve.losses()[39]).isEqualTo(sum / ROWS).isLessThan(curve.losses()[0]);
    }

    @Test
    void anUnknownCategoryIsAsAMissingOne() {
        BoostedTrees model = grow(2);

        for (double unknown : new double[] {41, 65_536, 1e300, -1}) {
            assertThat(model.logOdds(new double[] {3, 5, unknown, 7}))
                    .isEqualTo(model.logOdds(new double[] {3, 5, Double.NaN, 7}));
        }
    }

    @Test
    void aFeatureThatMissedNothingMustNotMissAnythingLater() {
        BoostedScorer scorer = new BoostedScorer(grow(2), NAMES);

        assertThatThrownBy(() -> scorer.score(new double[] {1, 1, 1, Double.NaN}))
                .hasMessageContaining("'term' is not a number");
        assertThatThrownBy(() -> scorer.score(new double[] {1})).hasMessageContaining("the model needs 4");
        assertThatThrownBy(() -> new BoostedScorer(grow(2), List.of("amount", "rate", "region")))
                .hasMessageContaining("'term'");
    }

    @Test
    void aFeatureThatMissesEverythingIsNotSplitOn() {
        double[][] columns = COLUMNS.clone();
        columns[1] = new double[ROWS];
        Arrays.fill(columns[1], Double.NaN);
        BoostedTrees model = GradientBoosting.grow(table(columns), "yes", parameters(), 2, step -> true);

        assertThat(model.logOdds(new double[] {3, Double.NaN, 7, 7}))
                .isEqualTo(model.logOdds(new double[] {3, 5, 7, 7}));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> GradientBoosting.grow(
                        table(COLUMNS),
                        "yes",
                        parameters().with(CategoricalSplits.of(Set.of("area"))),
                        1,
                        step -> true))
                .hasMessageContaining("categorical names area, which is no feature");
        double[][] halves = COLUMNS.clone();
        halves[2] = new double[ROWS];
        halves[2][5] = 1.5;
        assertThatThrownBy(() -> GradientBoosting.grow(table(halves), "yes", parameters(), 1, step -> true))
                .hasMessageContaining("region is categorical and has the value 1.5: number its categories from 0");
        assertThatThrownBy(() -> new BoostingParameters(
                        3,
                        0.1,
                        Shape.DEFAULT,
                        Regularization.NONE,
                        Sampling.EVERYTHING,
                        Map.of("region", 1),
                        CategoricalSplits.of(Set.of("region")),
                        255,
                        1))
                .hasMessageContaining("its categories have no order");
        assertThatThrownBy(() -> ForestGrower.grow(
                        table(COLUMNS), ForestParameters.defaults(3), TreeRange.first(3), GrowthMonitor.SILENT))
                .hasMessageContaining("fill missing values");
    }
}
