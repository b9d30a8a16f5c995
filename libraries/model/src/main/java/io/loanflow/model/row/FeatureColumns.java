package io.loanflow.model.row;

import io.loanflow.contracts.feature.FeatureEncoder;

/**
 * Encoded rows, column by column, with what encoded them. Arrays are shared, not copied.
 *
 * @param encoder that made the features
 * @param columns one array for each feature
 * @param rows how many values of each count
 */
// The arrays are the point; columns are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record FeatureColumns(FeatureEncoder encoder, double[][] columns, int rows) {}
