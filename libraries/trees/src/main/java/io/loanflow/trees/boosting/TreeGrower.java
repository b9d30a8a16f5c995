package io.loanflow.trees.boosting;

import io.loanflow.trees.grow.TreeRandom;
import io.loanflow.trees.tree.Readings;
import io.loanflow.trees.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Grows trees one after the other, each time splitting the leaf that gains most. */
final class TreeGrower {

    private final BoostingParameters parameters;
    private final double[][] columns;
    private final int[] monotone;
    private final FixedPoint numbers;
    private final RowOrder order;
    private final LeafSearch search;
    private final SplitSearch values;
    private final SplitReadings readings;
    private final List<Leaf> leaves = new ArrayList<>();

    TreeGrower(BinnedTable table, double[][] columns, LeafSearch.Growing growing, Crew crew) {
        this.columns = columns;
        parameters = growing.parameters();
        monotone = growing.monotone();
        numbers = growing.numbers();
        order = new RowOrder(table, crew);
        search = new LeafSearch(table, growing, order, crew);
        values = growing.search();
        readings = new SplitReadings(columns, growing.categorical());
    }

    RowOrder order() {
        return order;
    }

    /** What the features of the trees grown so far stand for. */
    Readings readings() {
        return readings.readings();
    }

    /** Of the tree grown last; their rows are those of the order. */
    List<Leaf> leaves() {
        return leaves;
    }

    /**
     * Grows a tree.
     *
     * @param rows the first so many in the order take part
     * @param derivatives by row, see {@link FixedPoint}
     */
    Tree grow(int rows, long[] derivatives, long seed) {
        LeafSearch.Draws draws = new LeafSearch.Draws(derivatives, new TreeRandom(seed));
        Tree.Builder tree = new Tree.Builder(Math.min(parameters.shape().numLeaves(), rows), 1).cover(0, rows);
        leaves.clear();
        search.startTree(draws.random());
        Leaf root = root(rows, derivatives);
        leaves.add(root);
        search.searchRoot(root, derivatives, draws.random());
        for (Leaf next = best();
                next != null && leaves.size() < parameters.shape().numLeaves();
                next = best()) {
            split(next, tree, draws);
        }
        for (Leaf leaf : leaves) {
            search.release(leaf);
            tree.value(leaf.node, 0, shrunk(leaf));
        }
        return tree.build();
    }

    /** What a leaf's rows' scores move by. */
    double shrunk(Leaf leaf) {
        return leaf.value * parameters.learningRate();
    }

    /** What a tree gives a row of the table, whether it saw it or not. */
    double valueOf(Tree tree, int row) {
        return tree.value(readings().leafOf(tree, columns, row), 0);
    }

    private Leaf root(int rows, long[] derivatives) {
        long firsts = 0;
        long seconds = 0;
        int[] array = order.array();
        for (int i = 0; i < rows; i++) {
            long both = derivatives[array[i]];
            firsts += both >> 32;
            seconds += ((both & 0xffffffffL) << numbers.countBits()) + 1;
        }
        double value = values.rootValue(numbers.first(firsts), numbers.second(seconds));
        return new Leaf(
                new Leaf.Rows(0, rows), new Leaf.Place(0, 0), new Leaf.Sums(firsts, seconds), value, Leaf.Limits.NONE);
    }

    private @Nullable Leaf best() {
        Leaf best = null;
        for (Leaf leaf : leaves) {
            if (leaf.split != null
                    && (best == null
                            || leaf.split.gain()
                                    > Objects.requireNonNull(best.split).gain())) {
                best = leaf;
            }
        }
        return best;
    }

    private void split(Leaf leaf, Tree.Builder tree, LeafSearch.Draws draws) {
        Split split = Objects.requireNonNull(leaf.split);
        int middle = order.part(leaf.from, leaf.to, split);
        int child = tree.split(leaf.node, readings.of(split), split.threshold());
        tree.cover(child, middle - leaf.from).cover(child + 1, leaf.to - middle);
        Leaf left = new Leaf(
                new Leaf.Rows(leaf.from, middle),
                new Leaf.Place(child, leaf.depth + 1),
                new Leaf.Sums(split.firsts(), split.seconds()),
                split.left(),
                limits(leaf, split, true));
        Leaf right = new Leaf(
                new Leaf.Rows(middle, leaf.to),
                new Leaf.Place(child + 1, leaf.depth + 1),
                new Leaf.Sums(leaf.firsts - split.firsts(), leaf.seconds - split.seconds()),
                split.right(),
                limits(leaf, split, false));
        leaves.set(leaves.indexOf(leaf), left);
        leaves.add(right);
        if (leaves.size() < parameters.shape().numLeaves()) {
            search.searchChildren(leaf, left, right, draws);
        } else {
            search.release(leaf);
        }
    }

    /** Below a split on a monotone feature, neither side's values pass the middle of the two. */
    private Leaf.Limits limits(Leaf leaf, Split split, boolean left) {
        int direction = monotone[split.feature().index()];
        if (direction == 0) {
            return leaf.limits;
        }
        double middle = (split.left() + split.right()) / 2;
        return left == direction > 0
                ? new Leaf.Limits(leaf.limits.lower(), middle)
                : new Leaf.Limits(middle, leaf.limits.upper());
    }
}
