package io.loanflow.model.row;

import io.loanflow.contracts.feature.FeatureEncoder;
import java.util.List;

/** Rows as a model sees them. */
public final class EncodedRows {

    private EncodedRows() {}

    /**
     * The features of one row.
     *
     * @param width how many the encoder makes; it would have to count them
     */
    public static double[] features(FeatureEncoder encoder, int width, Row row) {
        double[] features = new double[width];
        encoder.encode(row.numbers(), row.categories(), features);
        return features;
    }

    /** One array for each feature, with a value for each row. */
    public static double[][] columns(FeatureEncoder encoder, List<Row> rows) {
        double[] features = new double[encoder.featureNames().size()];
        double[][] columns = new double[features.length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            encoder.encode(rows.get(i).numbers(), rows.get(i).categories(), features);
            for (int feature = 0; feature < features.length; feature++) {
                columns[feature][i] = features[feature];
            }
        }
        return columns;
    }
}
