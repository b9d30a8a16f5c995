package io.loanflow.contracts.feature;

import io.loanflow.contracts.dataset.DatasetDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the feature columns of a row into the numbers a model sees. Fitted on the training part only; the same object,
 * saved as JSON, encodes in preprocessing and in serving.
 *
 * @param encodings one for each feature column, in the definition's order
 */
public record FeatureEncoder(List<ColumnEncoding> encodings) {

    public FeatureEncoder {
        encodings = List.copyOf(encodings);
    }

    /** The data set as it was fitted on: its open columns list the categories that have a feature or a place of their own. */
    public DatasetDefinition fitted(DatasetDefinition definition) {
        return definition.withCategories(column -> encodings.stream()
                .filter(encoding -> encoding.column().equals(column.name()))
                .findFirst()
                .map(FeatureEncoder::categories)
                .orElse(List.of()));
    }

    private static List<String> categories(ColumnEncoding encoding) {
        return encoding instanceof OneHotEncoding oneHot
                ? oneHot.categories()
                : encoding instanceof FrequencyEncoding frequency ? frequency.categories() : List.of();
    }

    /**
     * The columns in which a row has a category that the training part never met.
     *
     * @param categories as {@link #encode} takes them
     */
    public List<String> unseen(@Nullable String[] categories) {
        List<String> columns = List.of();
        for (int i = 0; i < encodings.size(); i++) {
            String category = categories[i];
            if (category != null && encodings.get(i).isUnseen(category)) {
                columns = columns.isEmpty() ? new ArrayList<>() : columns;
                columns.add(encodings.get(i).column());
            }
        }
        return columns;
    }

    /** Names of all features in order; their number is the width of a feature vector. */
    public List<String> featureNames() {
        return encodings.stream()
                .flatMap(encoding -> encoding.featureNames().stream())
                .toList();
    }

    /**
     * Encodes one row without allocating.
     *
     * @param numbers value of the i-th feature column where it is numeric (NaN if missing), else ignored
     * @param categories value of the i-th feature column where it is a category (null if missing), else ignored
     * @param features receives the features; as long as {@link #featureNames()}
     */
    public void encode(double[] numbers, @Nullable String[] categories, double[] features) {
        int offset = 0;
        for (int i = 0; i < encodings.size(); i++) {
            ColumnEncoding encoding = encodings.get(i);
            if (encoding instanceof NumericEncoding numeric) {
                features[offset++] = numeric.encode(numbers[i]);
                if (numeric.tellsMissing()) {
                    features[offset++] = Double.isNaN(numbers[i]) ? 1 : 0;
                }
            } else if (encoding instanceof OrdinalEncoding ordinal) {
                features[offset++] = ordinal.encode(categories[i]);
                if (ordinal.tellsMissing()) {
                    features[offset++] = categories[i] == null ? 1 : 0;
                }
            } else if (encoding instanceof FrequencyEncoding frequency) {
                features[offset++] = frequency.encode(categories[i]);
            } else if (encoding instanceof OneHotEncoding oneHot) {
                oneHot.encode(categories[i], features, offset);
                offset += oneHot.width();
            }
        }
    }
}
