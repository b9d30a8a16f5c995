package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.trees.tree.Tree;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PathDependentExplainerTest {

    /** Every platform and version of Java is held to this number. */
    @Test
    void contributionsAreTheSameBitsEverywhere() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(5), 8);
        Explainer explainer = new PathDependentExplainer(trees.sum(20, 10), Groupings.of(trees.names(), 2));

        assertThat(Batches.hash(explainer, trees.rows(100))).isEqualTo(1491351880);
    }

    /** Longer than a stack would bear. */
    @Test
    void aTreeMayBeADeepChain() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(1), 12);
        TreeSum model = new TreeSum(trees.names(), 0, List.of(trees.term(trees.chain(5_000))));
        PathDependentExplainer explainer = new PathDependentExplainer(model, Groups.each(trees.names()));

        Batches.assertTheSameBits(explainer, trees.rows(20));
        Batches.assertAdditive(explainer, model, trees.rows(20), 1e-9);
    }

    @Test
    void aTreeThatIsALeafContributesNothing() {
        Tree leaf = new Tree.Builder(1, 1).value(0, 0, 3).build();
        TreeSum model = new TreeSum(List.of("f0"), 1, List.of(new TreeSum.Term(leaf, new double[] {3})));
        PathDependentExplainer explainer = new PathDependentExplainer(model, Groups.each(List.of("f0")));

        assertThat(explainer.base()).isEqualTo(4);
        assertThat(explainer.explain(new double[] {7})).containsExactly(0);
        assertThat(explainer.explainColumns(new double[][] {{7, 8}}, 2, 2)).isDeepEqualTo(new double[][] {{0, 0}});
    }

    @Test
    void noRowsHaveNoContributions() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(1), 2);
        PathDependentExplainer explainer = new PathDependentExplainer(trees.sum(2, 2), Groups.each(trees.names()));

        assertThat(explainer.explainColumns(new double[2][0], 0, 2)).isDeepEqualTo(new double[2][0]);
    }

    /** Columns that the model does not know are explained, by nothing. */
    @Test
    void placesAreFoundByName() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(3), 3);
        TreeSum model = trees.sum(5, 4);
        double[] expected =
                new PathDependentExplainer(model, Groups.each(trees.names())).explain(new double[] {1, 2, 3});
        PathDependentExplainer explainer =
                new PathDependentExplainer(model, Groups.each(List.of("f2", "other", "f0", "f1")));

        assertThat(explainer.explain(new double[] {3, 9, 1, 2}))
                .containsExactly(expected[2], 0, expected[0], expected[1]);
    }

    @Test
    void treesThatDoNotKnowTheirRowsAreRefused() {
        Tree.Builder tree = new Tree.Builder(2, 1);
        tree.split(0, 0, 1);
        TreeSum model = new TreeSum(List.of("f0"), 0, List.of(new TreeSum.Term(tree.build(), new double[] {3})));

        assertThatThrownBy(() -> new PathDependentExplainer(model, Groups.each(List.of("f0"))))
                .hasMessageContaining("how many rows came to its nodes");
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(1), 2);
        TreeSum model = trees.sum(3, 4);
        PathDependentExplainer explainer = new PathDependentExplainer(model, Groups.each(trees.names()));

        assertThatThrownBy(() -> explainer.explain(new double[1])).hasMessageContaining("[f0, f1]");
        assertThatThrownBy(() -> explainer.explain(new double[] {0, Double.NaN}))
                .hasMessageContaining("'f1'");
        assertThatThrownBy(() -> explainer.explainColumns(new double[][] {{0}}, 1, 1))
                .hasMessageContaining("1 columns");
        assertThatThrownBy(() -> explainer.explainColumns(new double[][] {{Double.NaN}, {0}}, 1, 1))
                .hasMessageContaining("'f0'");
        assertThatThrownBy(() -> explainer.explainColumns(new double[2][1], 1, 0))
                .hasMessageContaining("threads");
        assertThatThrownBy(() -> new PathDependentExplainer(model, Groups.of(List.of("f1"), Map.of())))
                .hasMessageContaining("'f0'");
    }
}
