package io.loanflow.preprocessing.batch;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.FeatureBatchBuilder;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.load.CategoryCodes;
import io.loanflow.preprocessing.load.RowConsumer;
import io.loanflow.preprocessing.split.Split;
import io.loanflow.preprocessing.spool.RowSpool;
import java.util.Locale;

/** The rows of loads, each on its side of the split. What is equal to a model in several loads is one row, that of the earliest. */
final class SplitRows implements RowConsumer, AutoCloseable {

    private final Split split;
    private final EarlierRows earlier;
    private final RowSpool train;
    private final RowSpool test;

    /** @param loads how many will be read */
    SplitRows(DatasetDefinition definition, CategoryCodes categories, PreprocessingSettings settings, int loads) {
        earlier = new EarlierRows(loads);
        int columns = definition.columns().size();
        split = new Split(definition.columns(), categories, settings);
        train = new RowSpool(columns, FeatureBatchBuilder.FULL);
        test = new RowSpool(columns, FeatureBatchBuilder.FULL);
    }

    @Override
    public void beginLoad() {
        earlier.beginLoad();
    }

    @Override
    public void accept(double[] values) {
        long hash = split.hashOf(values);
        if (earlier.isNew(hash)) {
            part(split.partOf(hash)).add(values);
        }
    }

    /** The same, which tells of each row. */
    RowConsumer counting(Runnable row) {
        return new RowConsumer() {
            @Override
            public void beginLoad() {
                SplitRows.this.beginLoad();
            }

            @Override
            public void accept(double[] values) {
                SplitRows.this.accept(values);
                row.run();
            }
        };
    }

    RowSpool part(Part part) {
        return part == Part.TRAIN ? train : test;
    }

    long rows() {
        return train.rows() + test.rows();
    }

    /** @throws SettingsInvalidException if a part has no rows, or all its decisions are the same */
    void requireBothClasses(DatasetDefinition definition) {
        for (Part part : Part.values()) {
            requireBothClasses(definition.target(), definition.columns().indexOf(definition.target()), part);
        }
    }

    @Override
    public void close() {
        train.close();
        test.close();
    }

    private void requireBothClasses(Column target, int index, Part part) {
        RowSpool rows = part(part);
        long[] counts = new long[target.categories().size()];
        rows.forEachValue(index, position -> counts[(int) position]++);
        for (int position = 0; position < counts.length; position++) {
            if (counts[position] == 0) {
                throw new SettingsInvalidException(
                        "none of the " + rows.rows() + " rows in the "
                                + part.name().toLowerCase(Locale.ROOT) + " part has " + target.name() + " = "
                                + target.categories().get(position)
                                + ", so that nothing can be learnt or measured. Load more rows, or choose another testShare or seed.");
            }
        }
    }
}
