package io.loanflow.trees.score;

import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Picks the upper parts of trees: of the nodes at their lower end, always that is split next which most rows came to. */
final class TopPicker {

    private final List<Tree> trees;

    private final int[] places;

    private final BitSet[] inner;

    private final Thresholds thresholds;

    private final int[] starts;
    private final int[] columns;
    private final int[] packed;
    private final int[] left;
    private final int[] exits;

    private boolean whole = true;
    private int splits;

    /** @param columns by feature of the trees, its column in the rows */
    TopPicker(List<Tree> trees, int[] columns, Thresholds thresholds) {
        this.trees = trees;
        this.places = columns;
        this.inner = trees.stream().map(this::inner).toArray(BitSet[]::new);
        this.thresholds = thresholds;
        int most = Arrays.stream(inner).mapToInt(BitSet::cardinality).sum();
        this.starts = new int[trees.size() + 1];
        this.columns = new int[most];
        this.packed = new int[most];
        this.left = new int[most];
        this.exits = new int[Math.multiplyExact(TreeTops.MOST_EXITS, trees.size())];
    }

    private BitSet inner(Tree tree) {
        PriorityQueue<Integer> open = new PriorityQueue<>(
                Comparator.<Integer>comparingInt(node -> -tree.cover(node)).thenComparing(Comparator.naturalOrder()));
        BitSet picked = new BitSet();
        addSplit(tree, 0, open);
        for (Integer node = open.poll(); node != null; node = open.poll()) {
            picked.set(node);
            if (picked.cardinality() == TreeTops.MOST_EXITS - 1) {
                whole &= open.isEmpty() && tree.isLeaf(tree.left(node)) && tree.isLeaf(tree.left(node) + 1);
                return picked;
            }
            addSplit(tree, tree.left(node), open);
            addSplit(tree, tree.left(node) + 1, open);
        }
        return picked;
    }

    private static void addSplit(Tree tree, int node, PriorityQueue<Integer> open) {
        if (!tree.isLeaf(node)) {
            open.add(node);
        }
    }

    /**
     * Takes the next tree.
     *
     * @param nodes by node of the tree, where the flat trees have it
     */
    void pick(int tree, int[] nodes) {
        starts[tree] = splits;
        pick(tree, 0, nodes, 0);
        starts[tree + 1] = splits;
    }

    /** @return how many exits are left of what comes next */
    private int pick(int number, int node, int[] nodes, int exitsBefore) {
        if (!inner[number].get(node)) {
            exits[number * TreeTops.MOST_EXITS + exitsBefore] = nodes[node];
            return exitsBefore + 1;
        }
        Tree tree = trees.get(number);
        int split = splits++;
        columns[split] = places[tree.feature(node)];
        packed[split] = thresholds.split(columns[split], tree.threshold(node));
        int middle = pick(number, tree.left(node), nodes, exitsBefore);
        left[split] = (1 << middle) - (1 << exitsBefore);
        return pick(number, tree.left(node) + 1, nodes, middle);
    }

    TreeTops tops() {
        return new TreeTops(starts, columns, packed, left, exits, whole);
    }
}
