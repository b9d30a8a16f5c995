package io.loanflow.trees.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.trees.tree.Tree;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterventionalExplainerTest {

    /** Every platform and version of Java is held to this number. */
    @Test
    void contributionsAreTheSameBitsEverywhere() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(5), 8);
        Explainer explainer = new InterventionalExplainer(
                trees.sum(20, 10), Groupings.of(trees.names(), 2), Batches.columns(trees.rows(100)), 100);

        assertThat(Batches.hash(explainer, trees.rows(100))).isEqualTo(-560791843);
    }

    @Test
    void aRowThatIsTheReferenceHasNoContributions() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(2), 5);
        double[] row = trees.row();
        Explainer explainer = new InterventionalExplainer(
                trees.sum(9, 6), Groups.each(trees.names()), Batches.columns(new double[][] {row}), 1);

        assertThat(explainer.explain(row)).containsOnly(0);
    }

    /** Longer than a stack would bear. */
    @Test
    void aTreeMayBeADeepChain() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(1), 6);
        TreeSum model = new TreeSum(trees.names(), 0, List.of(trees.term(trees.chain(5_000))));
        for (long tableBytes : new long[] {0, 1L << 40}) {
            Explainer explainer = new InterventionalExplainer(
                    model, Groups.each(trees.names()), Batches.columns(trees.rows(30)), 30, tableBytes);

            Batches.assertTheSameBits(explainer, trees.rows(20));
            Batches.assertAdditive(explainer, model, trees.rows(20), 1e-9);
        }
    }

    @Test
    void treesWithoutCoversAreExplained() {
        Tree.Builder tree = new Tree.Builder(2, 1);
        int left = tree.split(0, 0, 1);
        tree.value(left, 0, 2).value(left + 1, 0, 6);
        TreeSum model = new TreeSum(List.of("f0"), 1, List.of(new TreeSum.Term(tree.build(), new double[] {2, 6})));
        Explainer explainer =
                new InterventionalExplainer(model, Groups.each(List.of("f0")), new double[][] {{0, 0, 0, 5}}, 4);

        assertThat(explainer.base()).isEqualTo(4);
        assertThat(explainer.explain(new double[] {9})).containsExactly(3);
        assertThat(explainer.explain(new double[] {0})).containsExactly(-1);
    }

    @Test
    void aTreeThatIsALeafContributesNothing() {
        Tree leaf = new Tree.Builder(1, 1).value(0, 0, 3).build();
        TreeSum model = new TreeSum(List.of("f0"), 1, List.of(new TreeSum.Term(leaf, new double[] {3})));
        for (long tableBytes : new long[] {-1, 1000}) {
            Explainer explainer = new InterventionalExplainer(
                    model, Groups.each(List.of("f0")), new double[][] {{1, 2}}, 2, tableBytes);

            assertThat(explainer.base()).isEqualTo(4);
            assertThat(explainer.explain(new double[] {7})).containsExactly(0);
        }
    }

    @Test
    void referencesThatMakeNoSenseAreRefused() {
        RandomTrees trees = new RandomTrees(new SplittableRandom(1), 2);
        TreeSum model = trees.sum(3, 4);
        Groups groups = Groups.each(trees.names());

        assertThatThrownBy(() -> new InterventionalExplainer(model, groups, new double[2][0], 0))
                .hasMessageContaining("no reference rows");
        assertThatThrownBy(() -> new InterventionalExplainer(model, groups, new double[1][1], 1))
                .hasMessageContaining("1 columns");
        assertThatThrownBy(() -> new InterventionalExplainer(model, groups, new double[][] {{0}, {Double.NaN}}, 1))
                .hasMessageContaining("'f1'");
    }

    @Test
    void pathsAboutMoreGroupsThanCanBeComparedAreRefused() {
        Tree.Builder tree = new Tree.Builder(65, 1);
        int leaf = 0;
        for (int feature = 0; feature < 64; feature++) {
            leaf = tree.split(leaf, feature, 0);
        }
        List<String> names = IntStream.range(0, 64).mapToObj(i -> "f" + i).toList();
        TreeSum model = new TreeSum(names, 0, List.of(new TreeSum.Term(tree.build(), new double[] {0})));

        assertThatThrownBy(() -> new InterventionalExplainer(model, Groups.each(names), new double[64][1], 1))
                .hasMessageContaining("64 groups");
    }
}
