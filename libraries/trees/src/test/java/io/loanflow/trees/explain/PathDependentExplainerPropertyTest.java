package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PathDependentExplainerPropertyTest {

    private static final double ROUNDING = 1e-12;

    @Property(tries = 200)
    void contributionsAreTheShapleyValues(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int features,
            @ForAll @IntRange(min = 0, max = 7) int depth,
            @ForAll @IntRange(min = 1, max = 3) int groupSize) {
        RandomTrees trees = new RandomTrees(new SplittableRandom(seed), features);
        TreeSum model = trees.sum(4, depth);
        Groups groups = Groupings.of(trees.names(), groupSize);
        PathDependentExplainer explainer = new PathDependentExplainer(model, groups);
        Definition definition = new Definition(model, groups);

        for (double[] row : trees.rows(3)) {
            double[] expected = Definition.shapley(groups.size(), present -> definition.pathDependent(row, present));
            assertThat(explainer.explain(row)).containsExactly(expected, within(ROUNDING));
            assertThat(explainer.base()).isCloseTo(definition.pathDependent(row, 0), within(ROUNDING));
        }
    }

    /** Rows of one block and of several, of one thread and of more than there are processors. */
    @Property(tries = 30)
    void aRowsContributionsAreTheSameBitsWhateverComesWithIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int count) {
        RandomTrees trees = new RandomTrees(new SplittableRandom(seed), 5);
        PathDependentExplainer explainer = new PathDependentExplainer(trees.sum(6, 7), Groupings.of(trees.names(), 2));

        Batches.assertTheSameBits(explainer, trees.rows(count));
    }
}
