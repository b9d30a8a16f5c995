package io.loanflow.training.explanation;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Which features are a column's.
 *
 * @param offset of the first one
 * @param width how many
 */
record ColumnPlace(Column column, int offset, int width) {

    /** All, in the definition's order. */
    static List<ColumnPlace> of(DatasetDefinition definition, FeatureEncoder encoder) {
        List<ColumnPlace> places = new ArrayList<>();
        int offset = 0;
        for (int i = 0; i < definition.features().size(); i++) {
            int width = encoder.encodings().get(i).featureNames().size();
            places.add(new ColumnPlace(definition.features().get(i), offset, width));
            offset += width;
        }
        return places;
    }

    String name() {
        return column.name();
    }

    /** The column as a row has it. */
    Setting of(double[][] columns, int row) {
        double[] features = new double[width];
        for (int i = 0; i < width; i++) {
            features[i] = columns[offset + i][row];
        }
        return new Setting(offset, features);
    }

    /**
     * Some features' values, for all rows.
     *
     * @param offset of the first one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Setting(int offset, double[] features) {}
}
