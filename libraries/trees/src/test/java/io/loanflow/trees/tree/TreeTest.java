package io.loanflow.trees.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TreeTest {

    @Test
    void aRowGoesRightWhereItsValueIsAboveTheThreshold() {
        Tree tree = tree();

        assertThat(value(tree, 1, 0)).isEqualTo(-1);
        assertThat(value(tree, 1.5, 7)).isEqualTo(2);
        assertThat(value(tree, 1.5, 7.5)).isEqualTo(3);
        assertThat(value(tree, Double.NEGATIVE_INFINITY, 7.5)).isEqualTo(-1);
    }

    @Test
    void theRightChildIsTheLeftOnesSuccessor() {
        Tree tree = tree();

        assertThat(tree.nodes()).isEqualTo(5);
        assertThat(tree.leaves()).isEqualTo(3);
        assertThat(tree.left(0)).isEqualTo(1);
        assertThat(tree.isLeaf(1)).isTrue();
        assertThat(tree.left(2)).isEqualTo(3);
        assertThat(tree.feature(2)).isEqualTo(1);
        assertThat(tree.threshold(2)).isEqualTo(7);
        assertThat(tree.cover(0)).isEqualTo(tree.cover(1) + tree.cover(2));
    }

    @Test
    void aTreeMayBeOneLeafWithSeveralNumbers() {
        Tree tree = new Tree.Builder(4, 2).value(0, 0, 0.25).value(0, 1, 0.75).build();

        assertThat(tree.nodes()).isEqualTo(1);
        assertThat(tree.value(tree.leafOf(new double[0]), 1)).isEqualTo(0.75);
    }

    private static Tree tree() {
        Tree.Builder builder = new Tree.Builder(8, 1).cover(0, 10);
        int left = builder.split(0, 0, 1);
        builder.value(left, 0, -1).cover(left, 4).cover(left + 1, 6);
        int inner = builder.split(left + 1, 1, 7);
        return builder.value(inner, 0, 2).value(inner + 1, 0, 3).build();
    }

    private static double value(Tree tree, double... row) {
        return tree.value(tree.leafOf(row), 0);
    }
}
