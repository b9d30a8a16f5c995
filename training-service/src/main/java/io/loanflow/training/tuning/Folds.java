package io.loanflow.training.tuning;

import io.loanflow.contracts.tuning.Validation;
import io.loanflow.training.rows.PartRows;
import io.loanflow.trees.grow.TreeRandom;
import java.util.stream.IntStream;

/**
 * Cuts rows into folds by a hash of their features and a seed: a row stays in its fold when rows are added, and rows of equal
 * content are never on both sides.
 */
final class Folds {

    /** Of SplitMix64's generator, so that zeros do not stay zero. */
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private final PartRows rows;
    private final int[] foldOf;

    private Folds(PartRows rows, int[] foldOf) {
        this.rows = rows;
        this.foldOf = foldOf;
    }

    static Folds of(PartRows rows, Validation validation) {
        return new Folds(
                rows,
                IntStream.range(0, rows.size())
                        .map(row ->
                                (int) Long.remainderUnsigned(hash(rows, row, validation.seed()), validation.folds()))
                        .toArray());
    }

    /** Positions of the rows of one fold. */
    int[] inside(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] == fold)
                .toArray();
    }

    /** All rows but those of one fold. */
    PartRows without(int fold) {
        return rows.only(IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] != fold)
                .toArray());
    }

    private static long hash(PartRows rows, int row, long seed) {
        long hash = TreeRandom.mix(seed + STEP);
        for (double[] column : rows.columns()) {
            // 0.0 makes one zero of two.
            hash = TreeRandom.mix(hash + Double.doubleToLongBits(column[row] + 0.0) + STEP);
        }
        return hash;
    }
}
