package io.loanflow.preprocessing.batch;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.featurebatches.FeatureBatch;
import io.loanflow.featurebatches.FeatureBatchBuilder;
import io.loanflow.preprocessing.load.CategoryCodes;
import io.loanflow.preprocessing.split.Groups;
import io.loanflow.preprocessing.spool.RowBlock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns blocks of rows into batches. For one thread. */
final class RowEncoder {

    private final DatasetDefinition definition;
    private final String[][] categories;
    private final FeatureEncoder encoder;
    private final FeatureSchema schema;
    private final int[] featureColumns;
    private final int[] companionColumns;
    private final @Nullable Groups groups;
    private final int targetColumn;
    private final int positivePosition;

    /** @param codes that the rows were read with */
    RowEncoder(DatasetDefinition definition, FeatureEncoder encoder, CategoryCodes codes) {
        this.definition = definition;
        this.categories = definition.columns().stream()
                .map(column -> column.categories().toArray(String[]::new))
                .toArray(String[][]::new);
        this.encoder = encoder;
        this.schema = FeatureSchema.of(definition, encoder);
        this.featureColumns =
                definition.features().stream().mapToInt(this::index).toArray();
        // Their numbers are the same whatever the seed.
        this.groups = Groups.of(definition, codes, 0).orElse(null);
        this.companionColumns = schema.companions().stream()
                .filter(companion -> !companion.equals(FeatureSchema.GROUP))
                .map(definition::column)
                .mapToInt(this::index)
                .toArray();
        Column target = definition.target();
        this.targetColumn = index(target);
        this.positivePosition = target.categories().indexOf(definition.positiveLabel());
    }

    FeatureSchema schema() {
        return schema;
    }

    FeatureBatch encode(RowBlock rows) {
        FeatureBatchBuilder batch = new FeatureBatchBuilder(schema);
        double[] numbers = new double[featureColumns.length];
        @Nullable String[] names = new @Nullable String[featureColumns.length];
        double[] features = new double[schema.features().size()];
        String[] companions = new String[schema.companions().size()];
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = 0; i < featureColumns.length; i++) {
                numbers[i] = rows.value(featureColumns[i], row);
                names[i] = category(featureColumns[i], numbers[i]);
            }
            for (int i = 0; i < companionColumns.length; i++) {
                companions[i] = text(companionColumns[i], rows.value(companionColumns[i], row));
            }
            if (groups != null) {
                companions[companions.length - 1] = groups.numberOf(rows.value(groups.column(), row));
            }
            encoder.encode(numbers, names, features);
            batch.add(features, rows.value(targetColumn, row) == positivePosition, companions);
        }
        return batch.take();
    }

    /** Null for a number and for a missing category. */
    private @Nullable String category(int column, double value) {
        return categories[column].length == 0 || Double.isNaN(value) ? null : categories[column][(int) value];
    }

    /** The group that a row falls into; empty where the value is missing. A companion number has bands. */
    private String text(int column, double value) {
        String category = category(column, value);
        if (category != null) {
            return category;
        }
        if (Double.isNaN(value)) {
            return "";
        }
        Column number = definition.columns().get(column);
        return Objects.requireNonNull(number.bands(), number.name()).nameOf(value);
    }

    private int index(Column column) {
        return definition.columns().indexOf(column);
    }
}
