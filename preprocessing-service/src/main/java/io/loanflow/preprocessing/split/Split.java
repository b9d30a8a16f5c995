package io.loanflow.preprocessing.split;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.load.CategoryCodes;
import org.jspecify.annotations.Nullable;

/**
 * Puts a row on a side by its features, its target and the seed alone, or by its group and the seed: whatever other rows there are, it
 * never changes sides, and rows that are equal to a model, or of one group, are never on both. With a larger test share, rows only move
 * from training to test. For one thread.
 */
public final class Split {

    private static final double UNIT = 0x1.0p-53;

    private final RowHash content;
    private final @Nullable Groups groups;
    private final double testShare;

    /** @param categories that the values of columns stand for */
    public Split(DatasetDefinition definition, CategoryCodes categories, PreprocessingSettings settings) {
        this.content = RowHash.ofContent(definition.columns(), categories, settings.seed());
        this.groups = Groups.of(definition, categories, settings.seed()).orElse(null);
        this.testShare = settings.testShare();
    }

    /** Of what a model sees of a row. */
    public long hashOf(double[] values) {
        return content.of(values);
    }

    /**
     * @param values of a row
     * @param rowHash its, as {@link #hashOf} says
     */
    public Part partOf(double[] values, long rowHash) {
        long hash = groups != null && groups.has(values) ? groups.hashOf(values) : rowHash;
        double uniform = (hash >>> 11) * UNIT; // from 0 to below 1
        return uniform < testShare ? Part.TEST : Part.TRAIN;
    }
}
