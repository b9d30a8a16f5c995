package io.loanflow.trees.explain;

import io.loanflow.trees.tree.Tree;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sums of trees of any shape over features f0, f1, ..., whose values are among a few, so that rows meet thresholds. */
record RandomTrees(SplittableRandom random, int features) {

    private static final int MOST_COVER = 40;

    List<String> names() {
        return IntStream.range(0, features).mapToObj(i -> "f" + i).toList();
    }

    TreeSum sum(int trees, int depth) {
        List<TreeSum.Term> terms =
                Stream.generate(() -> term(tree(depth))).limit(trees).toList();
        return new TreeSum(names(), random.nextDouble(-1, 1), terms);
    }

    TreeSum.Term term(Tree tree) {
        return new TreeSum.Term(
                tree,
                IntStream.range(0, tree.kinds())
                        .mapToDouble(kind -> tree.valueOfKind(kind, 0))
                        .toArray());
    }

    private Tree tree(int depth) {
        Tree.Builder tree = new Tree.Builder(1, 1);
        grow(tree, 0, depth);
        return tree.build();
    }

    /** One path, each split with a leaf on one side. */
    Tree chain(int depth) {
        Tree.Builder tree = new Tree.Builder(1, 1);
        int end = 0;
        for (int i = 0; i < depth; i++) {
            int left = split(tree, end);
            int side = random.nextInt(2);
            tree.value(left + side, 0, random.nextDouble(-1, 1));
            end = left + 1 - side;
        }
        return tree.value(end, 0, random.nextDouble(-1, 1)).build();
    }

    private void grow(Tree.Builder tree, int node, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            tree.value(node, 0, random.nextDouble(-1, 1));
        } else {
            int left = split(tree, node);
            grow(tree, left, depth - 1);
            grow(tree, left + 1, depth - 1);
        }
    }

    private int split(Tree.Builder tree, int node) {
        int left = tree.split(node, random.nextInt(features), value());
        // Sides without rows, and nodes whose sides are both without.
        tree.cover(left, Math.max(0, random.nextInt(MOST_COVER) - MOST_COVER / 4));
        tree.cover(left + 1, Math.max(node == 0 ? 1 : 0, random.nextInt(MOST_COVER) - MOST_COVER / 4));
        return left;
    }

    double[] row() {
        return random.doubles(features).map(any -> value()).toArray();
    }

    double[][] rows(int count) {
        return Stream.generate(this::row).limit(count).toArray(double[][]::new);
    }

    private double value() {
        return random.nextInt(-3, 4);
    }
}
