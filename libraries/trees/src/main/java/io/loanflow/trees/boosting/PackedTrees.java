package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trees for scoring: a value is first replaced by its rank among its feature's thresholds, so that a node is one long and a step no
 * branch: the node's feature in the highest 16 bits, its threshold's rank in the next 16, and its left child in the lower half. A leaf is
 * its own child, so that every row may take as many steps as the deepest path has.
 */
final class PackedTrees {

    private static final int MOST = 0xffff;

    private static final int BITS_OF_A_CHILD = 32;

    private final double[][] thresholds;
    private final long[] nodes;
    private final double[] values;
    private final int[] roots;
    private final int[] depths;

    /** @param places by feature of the trees, its place in a row to score; -1 where no row has it */
    PackedTrees(List<Tree> trees, int[] places, int width) {
        thresholds = thresholds(trees, places, width);
        int size = trees.stream().mapToInt(Tree::nodes).sum();
        nodes = new long[size];
        values = new double[size];
        roots = new int[trees.size()];
        depths = new int[trees.size()];
        int from = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = from;
            depths[tree] = pack(trees.get(tree), from, places);
            from += trees.get(tree).nodes();
        }
    }

    private static double[][] thresholds(List<Tree> trees, int[] places, int width) {
        double[][] thresholds = new double[width][];
        for (int place = 0; place < width; place++) {
            int wanted = place;
            thresholds[place] = trees.stream()
                    .flatMapToDouble(tree -> IntStream.range(0, tree.nodes())
                            .filter(node -> !tree.isLeaf(node) && places[tree.feature(node)] == wanted)
                            .mapToDouble(tree::threshold))
                    .sorted()
                    .distinct()
                    .toArray();
            Checks.require(
                    thresholds[place].length < MOST && width <= MOST,
                    "A model may have " + MOST + " features, and thresholds of each: this one has "
                            + thresholds[place].length + " of one of its " + width);
        }
        return thresholds;
    }

    /** Returns the longest path. */
    private int pack(Tree tree, int from, int[] places) {
        int[] depth = new int[tree.nodes()];
        int deepest = 0;
        for (int node = 0; node < depth.length; node++) {
            if (tree.isLeaf(node)) {
                nodes[from + node] = packed(0, MOST, from + node);
                values[from + node] = tree.value(node, 0);
                deepest = Math.max(deepest, depth[node]);
            } else {
                int place = places[tree.feature(node)];
                int rank = Arrays.binarySearch(thresholds[place], tree.threshold(node));
                nodes[from + node] = packed(place, rank, from + tree.left(node));
                depth[tree.left(node)] = depth[node] + 1;
                depth[tree.left(node) + 1] = depth[node] + 1;
            }
        }
        return deepest;
    }

    private static long packed(int place, int rank, int left) {
        return (long) place << 48 | (long) rank << BITS_OF_A_CHILD | left;
    }

    /** How many of a feature's thresholds are below a value. */
    int rank(int place, double value) {
        double[] sorted = thresholds[place];
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value > sorted[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int width() {
        return thresholds.length;
    }

    int size() {
        return roots.length;
    }

    /** What all trees give to one row, added to what it has. */
    double add(double sum, int[] ranks) {
        double total = sum;
        int tree = 0;
        for (; tree + 4 <= roots.length; tree += 4) {
            int a = roots[tree];
            int b = roots[tree + 1];
            int c = roots[tree + 2];
            int d = roots[tree + 3];
            int steps =
                    Math.max(Math.max(depths[tree], depths[tree + 1]), Math.max(depths[tree + 2], depths[tree + 3]));
            // Four paths side by side: each step waits for its own path only.
            for (int step = 0; step < steps; step++) {
                a = next(a, ranks, 0);
                b = next(b, ranks, 0);
                c = next(c, ranks, 0);
                d = next(d, ranks, 0);
            }
            total = total + values[a] + values[b] + values[c] + values[d];
        }
        for (; tree < roots.length; tree++) {
            total += values[leaf(tree, ranks, 0)];
        }
        return total;
    }

    /** What all trees give to some rows, added to what they have. {@code ranks} has the rows one after the other. */
    void add(double[] sums, int[] ranks, int rows) {
        int width = thresholds.length;
        for (int tree = 0; tree < roots.length; tree++) {
            int row = 0;
            for (; row + 4 <= rows; row += 4) {
                int at = row * width;
                int a = roots[tree];
                int b = a;
                int c = a;
                int d = a;
                for (int step = 0; step < depths[tree]; step++) {
                    a = next(a, ranks, at);
                    b = next(b, ranks, at + width);
                    c = next(c, ranks, at + 2 * width);
                    d = next(d, ranks, at + 3 * width);
                }
                sums[row] += values[a];
                sums[row + 1] += values[b];
                sums[row + 2] += values[c];
                sums[row + 3] += values[d];
            }
            for (; row < rows; row++) {
                sums[row] += values[leaf(tree, ranks, row * width)];
            }
        }
    }

    private int leaf(int tree, int[] ranks, int at) {
        int node = roots[tree];
        for (int step = 0; step < depths[tree]; step++) {
            node = next(node, ranks, at);
        }
        return node;
    }

    private int next(int node, int[] ranks, int at) {
        long packed = nodes[node];
        int rank = ranks[at + (int) (packed >>> 48)];
        int threshold = (int) (packed >>> BITS_OF_A_CHILD) & MOST;
        // 1 where more thresholds are below the value than below this one.
        return (int) packed + ((threshold - rank) >>> 31);
    }
}
