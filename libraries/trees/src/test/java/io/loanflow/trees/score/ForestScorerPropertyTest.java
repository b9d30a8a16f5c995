package io.loanflow.trees.score;

import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.fixture.TribuoScores;
import io.loanflow.trees.forest.Combination;
import io.loanflow.trees.tree.Tree;
import io.loanflow.trees.tribuo.ForestModel;
import io.loanflow.trees.tribuo.GeneratedForests;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Forests of any shape, whose thresholds are as awkward as the rows: both zeros, neighbours, infinite, huge and tiny numbers
 * ({@link Forests#awkwardRow}).
 */
class ForestScorerPropertyTest {

    private static final List<String> NAMES = Forests.features(5);

    @Property(tries = 100)
    void generatedForestsScoreLikeTribuo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int depth,
            @ForAll @IntRange(min = 2, max = 6) int labels,
            @ForAll @IntRange(min = 2, max = 9) int trees,
            @ForAll boolean voting,
            @ForAll boolean equalWeights) {
        SplittableRandom random = new SplittableRandom(seed);
        GeneratedForests forests = new GeneratedForests(random, labels);
        List<Tree> grown =
                Stream.generate(() -> forests.tree(depth)).limit(trees).toList();
        ForestModel model =
                forests.model(grown, voting ? Combination.VOTING : Combination.FULLY_WEIGHTED, equalWeights);
        TribuoScores.assertEqual(model, "label-1", random);
        TribuoScores.assertEqual(model.ensemble().getModels().get(0), "label-0", random);
    }

    /** A feature that an example lacks is a zero of the row. */
    @Property(tries = 50)
    void rowsWithMissingFeaturesScoreLikeTribuo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int depth,
            @ForAll @IntRange(min = 1, max = 4) int missing) {
        SplittableRandom random = new SplittableRandom(seed);
        GeneratedForests forests = new GeneratedForests(random, 3);
        List<Tree> trees = Stream.generate(() -> forests.tree(depth)).limit(5).toList();
        ForestModel model = forests.model(trees, Combination.FULLY_WEIGHTED, false);
        ForestScorer forest = new ForestScorer(model.forest(), NAMES, "label-2");
        double[] known = Forests.awkwardRow(NAMES.size() - missing, random);
        double[] row = Arrays.copyOf(known, NAMES.size());
        TribuoScores.assertEqual(model, Forests.example("label-0", NAMES.subList(0, known.length), known), forest, row);
    }

    /** Trees as deep as they have splits. */
    @Property(tries = 20)
    void deepForestsScoreLikeTribuo(@ForAll long seed, @ForAll @IntRange(min = 100, max = 400) int depth) {
        SplittableRandom random = new SplittableRandom(seed);
        GeneratedForests forests = new GeneratedForests(random, 2);
        ForestModel model = forests.model(List.of(forests.chain(depth)), Combination.FULLY_WEIGHTED, true);
        TribuoScores.assertEqual(model.ensemble().getModels().get(0), "label-1", random);
    }
}
