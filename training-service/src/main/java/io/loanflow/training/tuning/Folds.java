package io.loanflow.training.tuning;

import io.loanflow.contracts.tuning.Validation;
import io.loanflow.training.rows.PartRows;
import java.util.stream.IntStream;

/**
 * Cuts rows into folds by a hash of their features and a seed: a row stays in its fold when rows are added, and rows of equal
 * content are never on both sides.
 */
final class Folds {

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
        long hash = mixed(seed);
        for (double[] column : rows.columns()) {
            // 0.0 makes one zero of two.
            hash = mixed(hash + Double.doubleToLongBits(column[row] + 0.0));
        }
        return hash;
    }

    /** The finaliser of SplitMix64: every bit depends on every other. */
    private static long mixed(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
