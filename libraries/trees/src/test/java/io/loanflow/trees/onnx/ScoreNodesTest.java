package io.loanflow.trees.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.loanflow.trees.boosting.BoostedScorer;
import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.CategoricalSplits;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.boosting.Regularization;
import io.loanflow.trees.boosting.Sampling;
import io.loanflow.trees.boosting.Shape;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.forest.Combination;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.score.ForestScorer;
import io.loanflow.trees.tree.Reading;
import io.loanflow.trees.tree.Readings;
import io.loanflow.trees.tree.Tree;
import io.loanflow.trees.tribuo.GeneratedForests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every score is the scorer's to its last bit. */
class ScoreNodesTest {

    private static final List<String> NAMES = List.of("amount", "region", "term");
    private static final int ROWS = 4000;

    @Test
    void boostedTreesOfMissingValuesAndCategories() throws OrtException {
        double[][] columns = columns(1);
        BoostedTrees model = grown(
                TrainingTable.withMissing(NAMES, columns, List.of("no", "yes"), labels(columns)), Set.of("region"));
        assertThat(model.readings().list())
                .extracting(Reading::kind)
                .contains(Reading.Kind.CATEGORIES, Reading.Kind.MISSING_ABOVE, Reading.Kind.MISSING_BELOW);

        assertEqual(model, NAMES, columns(2));
    }

    @Test
    void categoriesThatAreNone() throws OrtException {
        Tree tree = stump(0.5);
        BoostedTrees model = new BoostedTrees(
                List.of("region"),
                new Readings(List.of(new Reading(0, Reading.Kind.CATEGORIES, List.of(0, 3)))),
                0.25,
                List.of(tree, tree));

        assertEqual(model, List.of("region"), new double[][] {
            {0, -0.0, -0.5, -1, -7, 0.5, 1, 2, 3, 3.99, 4, 5, 65_535, 65_536, 1e300, Double.NaN, 1 / 0.0, -1 / 0.0}
        });
    }

    @Test
    void boostedTreesOfNumbersInAnyOrder() throws OrtException {
        double[][] columns = known(1);
        BoostedTrees model = grown(TrainingTable.of(NAMES, columns, List.of("no", "yes"), labels(columns)), Set.of());
        assertThat(model.readings().isPlain()).isTrue();

        double[][] rows = known(2);
        assertEqual(model, List.of("unknown", "term", "amount", "region"), new double[][] {
            rows[0], rows[2], rows[0], rows[1]
        });
    }

    /** Log-odds from where every probability is 0 to where every one is 1. */
    @Test
    void everyLogOddsHasTheScorersProbability() throws OrtException {
        SplittableRandom random = new SplittableRandom(5);
        List<Tree> trees = Stream.generate(() -> stump(random.nextDouble(-3, 3), random.nextDouble(-100, 100)))
                .limit(60)
                .toList();

        assertEqual(new BoostedTrees(List.of("x"), -0.3, trees), List.of("x"), new double[][] {
            random.doubles(10_000, -4, 4).toArray()
        });
    }

    @ParameterizedTest
    @EnumSource(Combination.class)
    void forestsOfAnyShape(Combination combination) throws OrtException {
        SplittableRandom random = new SplittableRandom(3);
        GeneratedForests generated = new GeneratedForests(random, 3);
        List<Tree> trees = combination == Combination.NONE
                ? List.of(generated.tree(6))
                : List.of(generated.tree(0), generated.tree(7), generated.chain(40), generated.tree(4));
        Forest forest = generated.model(trees, combination, false).forest();
        List<String> names = Forests.features(5);
        double[][] columns = new double[names.size()][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double[] values = Forests.awkwardRow(names.size(), random);
            for (int column = 0; column < values.length; column++) {
                columns[column][row] = values[column];
            }
        }

        assertThat(ScoredByOnnx.scores(ScoreNodes.of(forest, "label-1"), names, columns))
                .isEqualTo(new ForestScorer(forest, names, "label-1").scoreColumns(columns, ROWS));
    }

    @Test
    void theSameModelIsTheSameBytes() {
        BoostedTrees model = new BoostedTrees(List.of("x"), 0, List.of(stump(1), stump(2)));

        assertThat(ScoredByOnnx.graph(ScoreNodes.of(model), List.of("x")))
                .isEqualTo(ScoredByOnnx.graph(ScoreNodes.of(model), List.of("x")));
    }

    @Test
    void moreLeavesThanAGraphTellsApartAreRefused() {
        int[][] numbers = {{0, 1 << 24}};

        assertThatThrownBy(() -> new LeafNodes(List.of(stump(1)), numbers))
                .isInstanceOf(GraphImpossibleException.class)
                .hasMessage("its trees have 16777217 different leaves, and a graph tells 16777216 apart");
    }

    private static void assertEqual(BoostedTrees model, List<String> names, double[][] columns) throws OrtException {
        assertThat(ScoredByOnnx.scores(ScoreNodes.of(model), names, columns))
                .isEqualTo(new BoostedScorer(model, names).scoreColumns(columns, columns[0].length));
    }

    private static BoostedTrees grown(TrainingTable table, Set<String> categorical) {
        BoostingParameters parameters = new BoostingParameters(
                        60, 0.1, Shape.DEFAULT, Regularization.NONE, new Sampling(0.9, 0.8, 0.7, 1), Map.of(), 255, 1)
                .with(CategoricalSplits.of(categorical));
        return GradientBoosting.grow(table, "yes", parameters, 1, step -> true);
    }

    private static Tree stump(double threshold) {
        return stump(threshold, 0.75);
    }

    private static Tree stump(double threshold, double value) {
        Tree.Builder tree = new Tree.Builder(2, 1);
        int left = tree.split(0, 0, threshold);
        return tree.value(left, 0, -value).value(left + 1, 0, value).build();
    }

    /** A quarter of the amounts and an eighth of the regions is missing. */
    private static double[][] columns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = known(seed);
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextInt(4) == 0 ? Double.NaN : columns[0][row];
            columns[1][row] = random.nextInt(8) == 0 ? Double.NaN : columns[1][row];
            columns[2][row] = random.nextInt(8) == 0 ? Double.NaN : columns[2][row];
        }
        return columns;
    }

    private static double[][] known(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[NAMES.size()][];
        columns[0] = random.doubles(ROWS, 0, 500).toArray();
        columns[1] = random.ints(ROWS, 0, 40).asDoubleStream().toArray();
        columns[2] = random.ints(ROWS, 0, 300).asDoubleStream().toArray();
        return columns;
    }

    private static int[] labels(double[][] columns) {
        return IntStream.range(0, ROWS)
                .map(row -> {
                    double amount = Double.isNaN(columns[0][row]) ? 480 : columns[0][row];
                    double term = Double.isNaN(columns[2][row]) ? 10 : columns[2][row];
                    return amount - term + columns[1][row] * 7919 % 300 > 300 ? 1 : 0;
                })
                .toArray();
    }
}
