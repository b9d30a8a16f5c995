package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InterventionalExplainerPropertyTest {

    private static final double ROUNDING = 1e-12;

    @Property(tries = 200)
    void contributionsAreTheShapleyValues(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int features,
            @ForAll @IntRange(min = 0, max = 7) int depth,
            @ForAll @IntRange(min = 1, max = 3) int groupSize,
            @ForAll @IntRange(min = 1, max = 12) int references) {
        RandomTrees trees = new RandomTrees(new SplittableRandom(seed), features);
        TreeSum model = trees.sum(4, depth);
        Groups groups = Groupings.of(trees.names(), groupSize);
        double[][] reference = trees.rows(references);
        Explainer explainer = new InterventionalExplainer(model, groups, Batches.columns(reference), references);
        Definition definition = new Definition(model, groups);

        for (double[] row : trees.rows(3)) {
            double[] expected =
                    Definition.shapley(groups.size(), present -> definition.interventional(row, reference, present));
            assertThat(explainer.explain(row)).containsExactly(expected, within(ROUNDING));
            assertThat(explainer.base()).isCloseTo(definition.interventional(row, reference, 0), within(ROUNDING));
        }
    }

    /** Of tables, of walks and of both, for one row and for many. */
    @Property(tries = 40)
    void contributionsAreTheSameBitsInWhateverWayTheyAreFound(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int depth,
            @ForAll @IntRange(min = 1, max = 150) int references) {
        RandomTrees trees = new RandomTrees(new SplittableRandom(seed), 7);
        TreeSum model = trees.sum(6, depth);
        Groups groups = Groups.each(trees.names());
        double[][] reference = Batches.columns(trees.rows(references));
        double[][] rows = trees.rows(70);
        var tables = new InterventionalExplainer(model, groups, reference, references, Integer.MAX_VALUE);
        var walks = new InterventionalExplainer(model, groups, reference, references, -100);
        var both = new InterventionalExplainer(model, groups, reference, references, 30_000);

        assertThat(tables.tabled()).isEqualTo(6);
        assertThat(walks.tabled()).isZero();
        assertThat(walks.base()).isEqualTo(tables.base());
        for (double[] row : rows) {
            assertThat(walks.explain(row)).isEqualTo(tables.explain(row)).isEqualTo(both.explain(row));
        }
        Batches.assertTheSameBits(tables, rows);
        Batches.assertTheSameBits(walks, rows);
    }
}
