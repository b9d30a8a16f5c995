package io.loanflow.preprocessing.batch;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.SplitRule;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.FeatureBatchBuilder;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.load.CategoryCodes;
import io.loanflow.preprocessing.load.RowConsumer;
import io.loanflow.preprocessing.split.Split;
import io.loanflow.preprocessing.split.TimeBoundary;
import io.loanflow.preprocessing.spool.RowSpool;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of loads, each on its side of the split. What is equal to a model in several loads is one row, that of the earliest. Where rows are
 * split by time, all are read before any has a side.
 */
final class SplitRows implements RowConsumer, AutoCloseable {

    private final DatasetDefinition definition;
    private final PreprocessingSettings settings;
    private final Split split;
    private final EarlierRows earlier;
    private final RowSpool train;
    private final RowSpool test;
    private final @Nullable RowSpool waiting;

    /** @param loads how many will be read */
    SplitRows(DatasetDefinition definition, CategoryCodes categories, PreprocessingSettings settings, int loads) {
        this.definition = definition;
        this.settings = settings;
        earlier = new EarlierRows(loads);
        int columns = definition.columns().size();
        split = new Split(definition, categories, settings);
        train = new RowSpool(columns, FeatureBatchBuilder.FULL);
        test = new RowSpool(columns, FeatureBatchBuilder.FULL);
        waiting = isByTime() ? new RowSpool(columns, FeatureBatchBuilder.FULL) : null;
    }

    @Override
    public void beginLoad() {
        earlier.beginLoad();
    }

    @Override
    public void accept(double[] values, @Nullable Part part) {
        long hash = split.hashOf(values);
        if (!earlier.isNew(hash)) {
            return;
        }
        if (part != null) {
            part(part).add(values);
        } else if (waiting == null) {
            part(split.partOf(values, hash)).add(values);
        } else {
            waiting.add(values);
        }
    }

    private boolean isByTime() {
        return definition.split() != null && definition.split().kind() == SplitRule.Kind.TIME;
    }

    /**
     * Once all rows are read.
     *
     * @throws SettingsInvalidException if they are split by time and all are of one
     */
    void finish() {
        SplitRule rule = definition.split();
        if (rule == null || waiting == null) {
            return;
        }
        int time = definition.columns().indexOf(definition.column(rule.column()));
        double boundary = boundary(waiting, time);
        double[] values = new double[definition.columns().size()];
        waiting.forEachBlock(block -> {
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < values.length; column++) {
                    values[column] = block.value(column, row);
                }
                part(partOf(values, time, boundary)).add(values);
            }
        });
        waiting.close();
    }

    private double boundary(RowSpool rows, int time) {
        return TimeBoundary.of(rows, time, settings.testShare())
                .orElseThrow(() -> new SettingsInvalidException("rows are split by time, and all "
                        + rows.rows() + " have the same "
                        + definition.columns().get(time).name()
                        + ", so that none is before another. Load rows of other times too, or remove split from the"
                        + " definition."));
    }

    /** A record that was decided about may have no time: it has a side by what it is like. */
    private Part partOf(double[] values, int time, double boundary) {
        if (Double.isNaN(values[time])) {
            return split.partOf(values, split.hashOf(values));
        }
        return values[time] >= boundary ? Part.TEST : Part.TRAIN;
    }

    /** The same, which tells of each row. */
    RowConsumer counting(Runnable row) {
        return new RowConsumer() {
            @Override
            public void beginLoad() {
                SplitRows.this.beginLoad();
            }

            @Override
            public void accept(double[] values, @Nullable Part part) {
                SplitRows.this.accept(values, part);
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
    void requireBothClasses() {
        for (Part part : Part.values()) {
            requireBothClasses(definition.target(), definition.columns().indexOf(definition.target()), part);
        }
    }

    @Override
    public void close() {
        train.close();
        test.close();
        if (waiting != null) {
            waiting.close();
        }
    }

    private void requireBothClasses(Column target, int index, Part part) {
        RowSpool rows = part(part);
        long[] counts = new long[target.categories().size()];
        rows.forEachValue(index, position -> counts[(int) position]++);
        for (int position = 0; position < counts.length; position++) {
            if (counts[position] == 0) {
                throw new SettingsInvalidException("none of the " + rows.rows() + " rows in the "
                        + part.name().toLowerCase(Locale.ROOT) + " part has " + target.name() + " = "
                        + target.categories().get(position)
                        + ", so that nothing can be learnt or measured. " + remedy());
            }
        }
    }

    private String remedy() {
        SplitRule rule = definition.split();
        if (definition.source().hasParts()) {
            return "The files of the data set say by part which rows are for testing: load others, or remove part from the"
                    + " definition.";
        }
        if (rule == null) {
            return "Load more rows, or choose another testShare or seed.";
        }
        return "Rows are split by " + rule.column() + ": load rows of more of its values, or choose another testShare"
                + (rule.kind() == SplitRule.Kind.TIME ? "." : " or seed.");
    }
}
