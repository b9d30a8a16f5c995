package io.loanflow.trees.score;

/**
 * Trees in an array for scoring, and the walk of a row.
 *
 * <p>Nodes of a tree lie breadth first, the two children of a node next to each other, so that a step down is an addition instead of a
 * branch. A node is one long: {@link Thresholds#split} above, and its left child below, which the right child follows. A leaf is a node that
 * leads to itself, whatever the row.
 *
 * @param roots the first node of each tree
 * @param leaves by number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
record FlatTrees(Thresholds thresholds, int[] roots, long[] nodes, LeafAddends leaves) {

    /** Trees that a row passes at the same time: while one waits for memory, the others go on. */
    private static final int LANES = 4;

    static long node(int split, int leftChild) {
        return (long) split << Integer.SIZE | leftChild;
    }

    int size() {
        return roots.length;
    }

    /** The number of a leaf. */
    int number(int leaf) {
        return (int) (nodes[leaf] >>> Integer.SIZE) >>> thresholds.columnBits();
    }

    /** The ranks of one row's values, as {@link #step} reads them: one more than there are columns, which is 0. */
    int ranksOfRow() {
        return thresholds.width() + 1;
    }

    /**
     * A step down, of a leaf to itself.
     *
     * @param ranks of rows, one row after the other
     * @param row where the row begins
     * @param mask the bits of a column
     */
    static int step(long[] nodes, int node, int[] ranks, int row, int mask) {
        long word = nodes[node];
        int split = (int) (word >>> Integer.SIZE);
        return (int) word + ((split - ranks[row + (split & mask)]) >>> (Integer.SIZE - 1));
    }

    int mask() {
        return (1 << thresholds.columnBits()) - 1;
    }

    /** @param start the sum of no tree */
    double score(int[] ranks, double start) {
        Sum sum = new Sum();
        sum.value = start;
        int tree = 0;
        for (; tree + LANES <= roots.length; tree += LANES) {
            addTrees(tree, ranks, sum);
        }
        for (; tree < roots.length; tree++) {
            int node = roots[tree];
            for (int next = step(nodes, node, ranks, 0, mask());
                    next != node;
                    next = step(nodes, node, ranks, 0, mask())) {
                node = next;
            }
            add(number(node), sum);
        }
        return leaves.result(sum.value, sum.total);
    }

    /** Walks down {@link #LANES} trees step by step until none of them moves any more. */
    private void addTrees(int tree, int[] ranks, Sum sum) {
        int mask = mask();
        int a = roots[tree];
        int b = roots[tree + 1];
        int c = roots[tree + 2];
        int d = roots[tree + 3];
        boolean moved = true;
        while (moved) {
            int nextA = step(nodes, a, ranks, 0, mask);
            int nextB = step(nodes, b, ranks, 0, mask);
            int nextC = step(nodes, c, ranks, 0, mask);
            int nextD = step(nodes, d, ranks, 0, mask);
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

    private void add(int leaf, Sum sum) {
        int stride = leaves.stride();
        for (int mass = leaf * stride; mass < (leaf + 1) * stride; mass++) {
            sum.total += leaves.masses()[mass];
        }
        sum.value += leaves.values()[leaf];
    }

    /** Lives on the stack: it never leaves the method that makes it. */
    private static final class Sum {
        private double total;
        private double value;
    }
}
