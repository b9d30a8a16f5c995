package io.loanflow.trees.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientBoostingTest {

    private static final GradientBoosting.Watch ALL = step -> true;

    private static final MadeUpTable ROWS = MadeUpTable.of(5000);

    private static BoostingParameters parameters(int trees, Sampling sampling, int maxBin) {
        return new BoostingParameters(
                trees,
                0.1,
                new Shape(15, Integer.MAX_VALUE, 20, 1e-3, 0),
                new Regularization(0, 1, 0),
                sampling,
                Map.of(),
                maxBin,
                1);
    }

    private static BoostedTrees grow(MadeUpTable rows, BoostingParameters parameters, int threads) {
        return GradientBoosting.grow(rows.table(), MadeUpTable.POSITIVE, parameters, threads, ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 255, 1023})
    void itIsWhatTheDefinitionSays(int maxBin) {
        MadeUpTable rows = MadeUpTable.of(600);
        BoostingParameters parameters = parameters(8, Sampling.EVERYTHING, maxBin);
        double[] expected = new NaiveBoosting(rows, parameters).scores();
        BoostedTrees model = grow(rows, parameters, 1);

        for (int row = 0; row < expected.length; row++) {
            assertThat(model.logOdds(rows.row(row))).isCloseTo(expected[row], within(1e-6));
        }
    }

    @Test
    void moreTreesExplainMore() {
        double few = ROWS.logLoss(grow(ROWS, parameters(5, Sampling.EVERYTHING, 255), 1));
        double many = ROWS.logLoss(grow(ROWS, parameters(100, Sampling.EVERYTHING, 255), 1));

        assertThat(few).isLessThan(0.6);
        assertThat(many).isLessThan(few - 0.2);
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 1023})
    void theModelDoesNotDependOnTheNumberOfThreads(int maxBin) {
        Sampling sampling = new Sampling(0.7, 0.8, 0.6, 2);
        MadeUpTable rows = MadeUpTable.of(20_000);
        String one = grow(rows, parameters(20, sampling, maxBin), 1).digest();

        assertThat(grow(rows, parameters(20, sampling, maxBin), 2).digest()).isEqualTo(one);
        assertThat(grow(rows, parameters(20, sampling, maxBin), 7).digest()).isEqualTo(one);
    }

    /** Every platform and version of Java is held to these digests. */
    @Test
    void theModelDoesNotDependOnThePlatform() {
        assertThat(grow(ROWS, parameters(20, Sampling.EVERYTHING, 255), 2).digest())
                .isEqualTo("25403cd7516d003132607f631018a5370928ffa27da09b4bf0b0c45499614dae");
        BoostingParameters everything = new BoostingParameters(
                20,
                0.2,
                new Shape(31, 6, 5, 1e-2, 0.01),
                new Regularization(0.5, 2, 3),
                new Sampling(0.5, 0.5, 0.7, 1),
                Map.of("feature-0", 1),
                1023,
                5);
        assertThat(grow(ROWS, everything, 2).digest())
                .isEqualTo("7268409d9b258a98d3b3d6fbe538e0f3ed63b0b90461c9312ffba2c7e6f67323");
    }

    @Test
    void aMonotoneFeatureNeverTurnsTheScoreTheOtherWay() {
        BoostingParameters plain = parameters(60, Sampling.EVERYTHING, 255);
        BoostingParameters monotone = new BoostingParameters(
                60, 0.1, plain.shape(), plain.regularization(), plain.sampling(), Map.of("feature-1", -1), 255, 1);

        assertThat(rises(grow(ROWS, plain, 1))).isPositive();
        assertThat(rises(grow(ROWS, monotone, 1))).isZero();
    }

    /** How often the score rises with feature-1. */
    private static int rises(BoostedTrees model) {
        int rises = 0;
        for (int row = 0; row < 300; row++) {
            double[] values = ROWS.row(row);
            double last = Double.POSITIVE_INFINITY;
            for (int step = 0; step <= 50; step++) {
                values[1] = step / 50.0;
                double score = model.logOdds(values);
                rises += score > last + 1e-12 ? 1 : 0;
                last = score;
            }
        }
        return rises;
    }

    @Test
    void nextToNoSmoothingIsNone() {
        double rough = ROWS.logLoss(grow(ROWS, smoothed(0), 1));

        assertThat(ROWS.logLoss(grow(ROWS, smoothed(Double.MIN_VALUE), 1))).isCloseTo(rough, within(1e-9));
        assertThat(ROWS.logLoss(grow(ROWS, smoothed(1000), 1))).isGreaterThan(rough + 0.01);
    }

    private static BoostingParameters smoothed(double pathSmooth) {
        return new BoostingParameters(
                10,
                0.1,
                new Shape(15, Integer.MAX_VALUE, 20, 1e-3, 0),
                new Regularization(0, 1, pathSmooth),
                Sampling.EVERYTHING,
                Map.of(),
                255,
                1);
    }

    @Test
    void aTreeSeesTheShareOfTheRowsThatIsAskedFor() {
        BoostedTrees model = grow(ROWS, parameters(6, new Sampling(1, 1, 0.25, 3), 255), 2);

        assertThat(model.trees()).allMatch(tree -> tree.cover(0) == 1250);
        assertThat(model.trees()).allMatch(GradientBoostingTest::coversAddUp);
    }

    private static boolean coversAddUp(Tree tree) {
        for (int node = 0; node < tree.nodes(); node++) {
            if (!tree.isLeaf(node)
                    && tree.cover(node) != tree.cover(tree.left(node)) + tree.cover(tree.left(node) + 1)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void treesStayWithinTheirShape() {
        BoostingParameters parameters = new BoostingParameters(
                10, 0.1, new Shape(12, 3, 50, 1e-3, 0), Regularization.NONE, Sampling.EVERYTHING, Map.of(), 255, 1);
        for (Tree tree : grow(ROWS, parameters, 1).trees()) {
            assertThat(tree.leaves()).isLessThanOrEqualTo(8);
            for (int node = 0; node < tree.nodes(); node++) {
                assertThat(tree.cover(node)).isGreaterThanOrEqualTo(50);
            }
        }
    }

    @Test
    void aWatchHearsOfEachTreeAndMayEndTheGrowth() {
        List<Integer> heard = new ArrayList<>();
        BoostedTrees model = GradientBoosting.grow(
                ROWS.table(), MadeUpTable.POSITIVE, parameters(50, Sampling.EVERYTHING, 255), 2, step -> {
                    heard.add(step.trees());
                    return step.trees() < 3;
                });

        assertThat(heard).containsExactly(1, 2, 3);
        assertThat(model.trees()).hasSize(3);
    }

    @Test
    void whatTheWatchThrowsAndAnInterruptEndTheGrowth() {
        assertThatThrownBy(() -> GradientBoosting.grow(
                        ROWS.table(), MadeUpTable.POSITIVE, parameters(50, Sampling.EVERYTHING, 255), 2, step -> {
                            throw new IllegalStateException("enough");
                        }))
                .hasMessage("enough");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> grow(ROWS, parameters(50, Sampling.EVERYTHING, 255), 2))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void rowsWithNothingToLearnFromGiveTheirShare() {
        double[][] constant = {new double[100]};
        int[] labels = new int[100];
        labels[0] = 1;
        BoostedTrees model = GradientBoosting.grow(
                TrainingTable.of(List.of("constant"), constant, List.of("no", "yes"), labels),
                "yes",
                parameters(3, Sampling.EVERYTHING, 255),
                2,
                ALL);

        assertThat(model.probability(new double[] {5})).isCloseTo(0.01, within(1e-8));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheRemedy() {
        assertThatThrownBy(() -> new Shape(1, 5, 20, 0, 0)).hasMessage("numLeaves is 1: give at least 2");
        assertThatThrownBy(() -> new Sampling(1, 1, 0.5, 0)).hasMessageContaining("give baggingFreq 1 or more");
        assertThatThrownBy(() -> new Sampling(0, 1, 1, 0)).hasMessageContaining("featureFraction is 0.0");
        assertThatThrownBy(() -> new Regularization(0, Double.NaN, 0)).hasMessageContaining("lambdaL2 is NaN");
        assertThatThrownBy(() -> parameters(3, Sampling.EVERYTHING, 1024)).hasMessageContaining("give 2 to 1023");
        assertThatThrownBy(() ->
                        GradientBoosting.grow(ROWS.table(), "maybe", parameters(3, Sampling.EVERYTHING, 255), 1, ALL))
                .hasMessageContaining("give two of them, one of which is maybe");
    }
}
