package io.loanflow.trees.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.ensemble.EnsembleCombiner;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * Forests of any shape, whose thresholds are as awkward as the rows: both zeros, neighbours, infinite, huge and tiny numbers
 * ({@link Forests#awkwardRow}).
 */
class FlatForestPropertyTest {

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
        Model<Label> model = forest(random, depth, labels, trees, voting, equalWeights);
        TribuoScores.assertEqual(model, "label-1", random);
        TribuoScores.assertEqual(
                ((WeightedEnsembleModel<Label>) model).getModels().get(0), "label-0", random);
    }

    /** A feature that an example lacks is a zero of the row. */
    @Property(tries = 50)
    void rowsWithMissingFeaturesScoreLikeTribuo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int depth,
            @ForAll @IntRange(min = 1, max = 4) int missing) {
        SplittableRandom random = new SplittableRandom(seed);
        Model<Label> model = forest(random, depth, 3, 5, false, false);
        FlatForest forest = FlatForest.of(model, NAMES, "label-2");
        double[] known = Forests.awkwardRow(NAMES.size() - missing, random);
        double[] row = Arrays.copyOf(known, NAMES.size());
        TribuoScores.assertEqual(model, Forests.example("label-0", NAMES.subList(0, known.length), known), forest, row);
    }

    /** Trees as deep as they have splits. */
    @Property(tries = 20)
    void deepForestsScoreLikeTribuo(@ForAll long seed, @ForAll @IntRange(min = 100, max = 400) int depth) {
        SplittableRandom random = new SplittableRandom(seed);
        MutableDataset<Label> domain = Forests.dataset(20, NAMES, 2, random);
        TribuoScores.assertEqual(Forests.chain(domain, depth, random), "label-1", random);
    }

    private static Model<Label> forest(
            SplittableRandom random, int depth, int labels, int trees, boolean voting, boolean equalWeights) {
        MutableDataset<Label> domain = Forests.dataset(20, NAMES, labels, random);
        List<Model<Label>> members = new ArrayList<>();
        float[] weights = new float[trees];
        for (int tree = 0; tree < trees; tree++) {
            members.add(Forests.generatedTree(domain, depth, random));
            weights[tree] = equalWeights ? 1f / trees : (float) random.nextDouble();
        }
        EnsembleCombiner<Label> combiner = voting ? new VotingCombiner() : new FullyWeightedVotingCombiner();
        return WeightedEnsembleModel.createEnsembleFromExistingModels("generated", members, combiner, weights);
    }
}
