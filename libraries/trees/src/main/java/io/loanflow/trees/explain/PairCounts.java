package io.loanflow.trees.explain;

import java.util.Arrays;

/** The reference rows that come to a leaf with a row, by what each fails: whole numbers, so that {@link LeafTable} has the same ones. */
final class PairCounts {

    /**
     * A leaf that a row comes to with reference rows.
     *
     * @param value what it adds to the score, over the number of reference rows
     * @param players groups of its path
     * @param failed those of them that the row fails
     */
    record Leaf(double value, int players, long failed) {}

    private static final int SIZES = PairWeights.MOST_GROUPS + 1;

    /** By how many groups they fail. */
    private final int[] rows = new int[SIZES];

    /** By group, and there by how many groups they fail: rows that fail it. */
    private final int[] rowsOfGroup = new int[SIZES * SIZES];

    /** Groups that any of them fails. */
    private long any;

    /** Counts the sets of groups from one place to before another. */
    void count(long[] sets, int from, int to) {
        any = 0;
        for (int i = from; i < to; i++) {
            int size = Long.bitCount(sets[i]);
            rows[size]++;
            any |= sets[i];
            for (long rest = sets[i]; rest != 0; rest &= rest - 1) {
                rowsOfGroup[Long.numberOfTrailingZeros(rest) * SIZES + size]++;
            }
        }
    }

    /**
     * Adds what the leaf contributes, and forgets the rows.
     *
     * @param groups by bit
     */
    void contribute(Leaf leaf, int[] groups, double[] contributions) {
        int v = Long.bitCount(leaf.failed());
        int most = leaf.players() - v;
        if (v > 0) {
            double sum = 0;
            for (int u = 0; u <= most; u++) {
                sum += rows[u] * PairWeights.ofReference(u, v);
            }
            for (long rest = leaf.failed(); rest != 0; rest &= rest - 1) {
                contributions[groups[Long.numberOfTrailingZeros(rest)]] += leaf.value() * sum;
            }
        }
        for (long rest = any; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            double sum = 0;
            for (int u = 1; u <= most; u++) {
                sum += rowsOfGroup[bit * SIZES + u] * PairWeights.ofRow(u, v);
            }
            contributions[groups[bit]] += leaf.value() * sum;
            Arrays.fill(rowsOfGroup, bit * SIZES, bit * SIZES + most + 1, 0);
        }
        Arrays.fill(rows, 0, most + 1, 0);
    }
}
