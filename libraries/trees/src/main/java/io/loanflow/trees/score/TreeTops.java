package io.loanflow.trees.score;

import java.util.Arrays;

/**
 * The upper parts of trees for scoring many rows: each has up to 32 exits, from left to right, which are leaves or where the walk goes on.
 * A row's exit is found by asking every split of the part, in any order: one that sends the row to the right strikes its left side's exits
 * out, and the first that is left over is the row's (QuickScorer: Lucchese and others, SIGIR 2015). A split takes one pass over the rows
 * without a branch, which the compiler turns into instructions for many rows at a time.
 *
 * @param starts per tree, its first split in the following; and the end of the last tree's
 * @param columns per split
 * @param splits per split, as {@link Thresholds#split} has it
 * @param left per split, the bits of the exits on its left side
 * @param exits 32 per tree, the nodes
 * @param whole whether each exit is a leaf
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the arrays are the point
record TreeTops(int[] starts, int[] columns, int[] splits, int[] left, int[] exits, boolean whole) {

    static final int MOST_EXITS = 32;

    /**
     * Makes the bits of rows those of the exits that a tree's splits leave over, of which the lowest counts.
     *
     * @param ranks by column and row
     */
    void strike(int tree, int[][] ranks, int[] bits) {
        Arrays.fill(bits, -1);
        for (int split = starts[tree]; split < starts[tree + 1]; split++) {
            strike(ranks[columns[split]], splits[split], left[split], bits);
        }
    }

    /** Both arrays have the same index, or the compiler does not take several rows at a time. */
    private static void strike(int[] ranks, int split, int left, int[] bits) {
        for (int row = 0; row < bits.length; row++) {
            // All ones where the row goes right.
            bits[row] &= ~(((split - ranks[row]) >> 31) & left);
        }
    }

    /** The node at which a row goes on that has such bits. */
    int exit(int tree, int bits) {
        return exits[tree * MOST_EXITS + Integer.numberOfTrailingZeros(bits)];
    }
}
