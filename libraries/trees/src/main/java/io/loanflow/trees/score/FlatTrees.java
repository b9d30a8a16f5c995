package io.loanflow.trees.score;

/**
 * The arrays behind a {@link ForestScorer}.
 *
 * <p>A node is two longs next to each other, so that a step down costs one line of the processor's cache. Of a split: the bits
 * of its threshold; then its column above and its left child below, which the right child follows. A leaf is a node that leads
 * to itself, whatever the row: its threshold is NaN, which no value exceeds, with the number of the leaf in its lower bits,
 * and its left child is the leaf.
 *
 * @param roots the first node of each tree
 * @param stride how many masses a leaf has
 * @param masses per leaf, the weighted scores of its labels in the order in which Tribuo adds them, filled up with zeros
 * @param positives per leaf, the weighted score of the positive label
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
record FlatTrees(int[] roots, long[] nodes, int stride, double[] masses, double[] positives) {

    private static final long NAN = 0x7ff8_0000_0000_0000L;

    /** Trees that a row passes at the same time: while one waits for memory, the others go on. */
    private static final int LANES = 4;

    static void putSplit(long[] nodes, int node, int column, double threshold, int leftChild) {
        nodes[2 * node] = Double.doubleToRawLongBits(threshold);
        nodes[2 * node + 1] = (long) column << 32 | leftChild;
    }

    static void putLeaf(long[] nodes, int node, int number) {
        nodes[2 * node] = NAN | number;
        nodes[2 * node + 1] = node;
    }

    int size() {
        return roots.length;
    }

    int leftChild(int node) {
        return (int) nodes[2 * node + 1];
    }

    boolean isLeaf(int node) {
        return leftChild(node) == node;
    }

    /** The number of a leaf. */
    int number(int leaf) {
        return (int) nodes[2 * leaf];
    }

    int column(int split) {
        return (int) (nodes[2 * split + 1] >>> 32);
    }

    double threshold(int split) {
        return Double.longBitsToDouble(nodes[2 * split]);
    }

    double score(double[] row) {
        Sum sum = new Sum();
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            addTrees(tree, row, sum);
        }
        for (; tree < roots.length; tree++) {
            int node = roots[tree];
            while (!isLeaf(node)) {
                node = step(node, row);
            }
            add(number(node), sum);
        }
        return sum.positive / sum.total;
    }

    /** Walks down {@link #LANES} trees step by step until none of them moves any more. */
    private void addTrees(int tree, double[] row, Sum sum) {
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        boolean moved = true;
        while (moved) {
            int nextA = step(a, row);
            int nextB = step(b, row);
            int nextC = step(c, row);
            int nextD = step(d, row);
            moved = ((a ^ nextA) | (b ^ nextB) | (c ^ nextC) | (d ^ nextD)) != 0;
            a = nextA;
            b = nextB;
            c = nextC;
            d = nextD;
        }
        add(number(a), sum);
        add(number(b), sum);
        add(number(c), sum);
        add(number(d), sum);
    }

    private int step(int node, double[] row) {
        long word = nodes[2 * node + 1];
        int right = row[(int) (word >>> 32)] > Double.longBitsToDouble(nodes[2 * node]) ? 1 : 0;
        return (int) word + right;
    }

    private void add(int leaf, Sum sum) {
        for (int mass = leaf * stride; mass < (leaf + 1) * stride; mass++) {
            sum.total += masses[mass];
        }
        sum.positive += positives[leaf];
    }

    /** Lives on the stack: it never leaves the method that makes it. */
    private static final class Sum {
        private double total;
        private double positive;
    }
}
