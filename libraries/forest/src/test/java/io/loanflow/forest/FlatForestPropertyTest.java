package io.loanflow.forest;

import java.util.ArrayList;
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

class FlatForestPropertyTest {

    private static final List<String> NAMES = Forests.features(5);

    @Property(tries = 100)
    void generatedForestsScoreLikeTribuo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int depth,
            @ForAll @IntRange(min = 2, max = 6) int labels,
            @ForAll @IntRange(min = 2, max = 8) int trees,
            @ForAll boolean voting) {
        SplittableRandom random = new SplittableRandom(seed);
        MutableDataset<Label> domain = Forests.dataset(20, NAMES, labels, random);
        List<Model<Label>> members = new ArrayList<>();
        float[] weights = new float[trees];
        for (int tree = 0; tree < trees; tree++) {
            members.add(Forests.generatedTree(domain, depth, random));
            weights[tree] = (float) random.nextDouble();
        }
        EnsembleCombiner<Label> combiner = voting ? new VotingCombiner() : new FullyWeightedVotingCombiner();
        Model<Label> model =
                WeightedEnsembleModel.createEnsembleFromExistingModels("generated", members, combiner, weights);
        TribuoScores.assertEqual(model, "label-1", random);
        TribuoScores.assertEqual(members.get(0), "label-0", random);
    }
}
