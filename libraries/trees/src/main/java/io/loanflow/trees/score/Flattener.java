package io.loanflow.trees.score;

import io.loanflow.trees.tree.Tree;
import java.util.List;

/** Writes trees breadth first into the arrays of {@link FlatTrees}, and their tops into those of {@link TreeTops}. */
final class Flattener {

    private final int[] columns;

    private final Thresholds thresholds;

    private final long[] nodes;

    private final int[] roots;

    private final TopPicker tops;

    /**
     * For trees.
     *
     * @param columns by feature of the trees, its column in the rows; every feature that a tree splits on has one
     * @param width columns of the rows
     */
    Flattener(List<Tree> trees, int[] columns, int width) {
        this.columns = columns;
        this.thresholds = Thresholds.of(trees, columns, width);
        this.nodes = new long[trees.stream().mapToInt(Tree::nodes).reduce(0, Math::addExact)];
        this.roots = new int[trees.size()];
        this.tops = new TopPicker(trees, columns, thresholds);
    }

    /** @param leafNumbers by tree and kind of its leaves */
    FlatTrees flatten(List<Tree> trees, int[][] leafNumbers, LeafAddends leaves) {
        int next = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = next;
            int[] places = flatten(trees.get(tree), leafNumbers[tree], next);
            tops.pick(tree, places);
            next += places.length;
        }
        return new FlatTrees(thresholds, roots, nodes, leaves);
    }

    TreeTops tops() {
        return tops.tops();
    }

    /** @return where the tree's nodes are now */
    private int[] flatten(Tree tree, int[] leafNumbers, int root) {
        int[] queue = new int[tree.nodes()];
        int[] places = new int[tree.nodes()];
        int queued = 1;
        for (int i = 0; i < queue.length; i++) {
            int node = queue[i];
            places[node] = root + i;
            if (tree.isLeaf(node)) {
                nodes[root + i] = FlatTrees.node(thresholds.leaf(leafNumbers[tree.kind(node)]), root + i);
            } else {
                int split = thresholds.split(columns[tree.feature(node)], tree.threshold(node));
                nodes[root + i] = FlatTrees.node(split, root + queued);
                queue[queued++] = tree.left(node);
                queue[queued++] = tree.left(node) + 1;
            }
        }
        return places;
    }
}
