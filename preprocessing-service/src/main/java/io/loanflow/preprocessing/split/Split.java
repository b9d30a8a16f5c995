package io.loanflow.preprocessing.split;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.load.CategoryCodes;
import java.util.List;

/**
 * Puts a row on a side by its features, its target and the seed alone: whatever other rows there are, it never changes sides, and
 * rows that are equal to a model are never on both. With a larger test share, rows only move from training to test. For one thread.
 */
public final class Split {

    private static final double UNIT = 0x1.0p-53;

    private final RowHash hash;
    private final double testShare;

    /**
     * @param columns of the data set, all of them
     * @param categories that the values of columns stand for
     */
    public Split(List<Column> columns, CategoryCodes categories, PreprocessingSettings settings) {
        this.hash = new RowHash(columns, categories, settings.seed());
        this.testShare = settings.testShare();
    }

    /** Of what a model sees of a row. */
    public long hashOf(double[] values) {
        return hash.of(values);
    }

    /** @param rowHash as {@link #hashOf} says */
    public Part partOf(long rowHash) {
        double uniform = (rowHash >>> 11) * UNIT; // from 0 to below 1
        return uniform < testShare ? Part.TEST : Part.TRAIN;
    }
}
