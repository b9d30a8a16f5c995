package io.loanflow.model.family;

import io.loanflow.trees.grow.TreeRandom;
import java.util.stream.IntStream;

/**
 * Cuts rows into folds by a hash of their features, or of their group, and a seed: a row stays in its fold when rows are added, and rows of
 * equal content, or of one group, are never in two.
 *
 * @param folds how many, at least 2
 */
public record Folding(int folds, long seed) {

    /** Of SplitMix64's generator, so that zeros do not stay zero. */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    /** Each row's fold, from 0. */
    public int[] of(LabelledRows rows) {
        return IntStream.range(0, rows.size())
                .map(row -> (int) Long.remainderUnsigned(hash(rows, row), folds))
                .toArray();
    }

    private long hash(LabelledRows rows, int row) {
        long hash = TreeRandom.mix(seed + STEP);
        int[] groups = rows.groups();
        if (groups != null && groups[row] >= 0) {
            return TreeRandom.mix(hash + groups[row] + STEP);
        }
        for (double[] column : rows.columns()) {
            // 0.0 makes one zero of two.
            hash = TreeRandom.mix(hash + Double.doubleToLongBits(column[row] + 0.0) + STEP);
        }
        return hash;
    }
}
