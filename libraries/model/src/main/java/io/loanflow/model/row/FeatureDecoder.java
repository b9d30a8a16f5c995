package io.loanflow.model.row;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes features back to the values of the data set's columns, one column at a time. A missing value comes back as what stood
 * for it, unless a feature says that it is missing; a standardised number may differ in its last bits.
 */
public final class FeatureDecoder {

    private final FeatureColumns rows;

    public FeatureDecoder(FeatureColumns rows) {
        this.rows = rows;
    }

    /** Whether there is a numeric column of this name. */
    public boolean hasNumbers(String column) {
        return rows.encoder().encodings().stream()
                .anyMatch(encoding -> encoding.column().equals(column) && encoding instanceof NumericEncoding);
    }

    /** Whether there is a column of categories of this name. */
    public boolean hasCategories(String column) {
        return rows.encoder().encodings().stream()
                .anyMatch(encoding -> encoding.column().equals(column) && !(encoding instanceof NumericEncoding));
    }

    /** The numbers of a numeric column. */
    public double[] numbers(String column) {
        NumericEncoding encoding = (NumericEncoding) encoding(column);
        int offset = offset(column);
        double[] features = rows.columns()[offset];
        double[] numbers = new double[rows.rows()];
        for (int row = 0; row < numbers.length; row++) {
            boolean missing = encoding.tellsMissing() && isMissing(offset, row);
            numbers[row] = missing ? Double.NaN : features[row] * encoding.deviation() + encoding.mean();
        }
        return numbers;
    }

    /** By the feature behind the one at the offset. */
    private boolean isMissing(int offset, int row) {
        return rows.columns()[offset + 1][row] == 1;
    }

    /** The categories of another column; null where a row has none that the encoder knows. */
    public @Nullable String[] categories(String column) {
        return categories(column, null);
    }

    /**
     * The same, where the encoder tells rare categories from a missing one.
     *
     * @param other for each rare one
     */
    @Nullable
    String[] categories(String column, @Nullable String other) {
        ColumnEncoding encoding = encoding(column);
        int offset = offset(column);
        @Nullable String[] categories = new @Nullable String[rows.rows()];
        for (int row = 0; row < categories.length; row++) {
            categories[row] = isOther(encoding, offset, row) ? other : category(encoding, offset, row);
        }
        return categories;
    }

    private boolean isOther(ColumnEncoding encoding, int offset, int row) {
        if (encoding instanceof OneHotEncoding oneHot) {
            return oneHot.hasOther() && rows.columns()[offset + oneHot.width() - 1][row] == 1;
        }
        return encoding instanceof FrequencyEncoding frequency
                && rows.columns()[offset][row] == frequency.categories().size();
    }

    private @Nullable String category(ColumnEncoding encoding, int offset, int row) {
        if (encoding instanceof OneHotEncoding oneHot) {
            return oneHot(oneHot.categories(), offset, row);
        }
        if (encoding instanceof OrdinalEncoding ordinal && ordinal.tellsMissing() && isMissing(offset, row)) {
            return null;
        }
        List<String> categories = encoding instanceof FrequencyEncoding frequency
                ? frequency.categories()
                : ((OrdinalEncoding) encoding).categories();
        return ordinal(categories, rows.columns()[offset][row]);
    }

    private @Nullable String oneHot(List<String> categories, int offset, int row) {
        for (int i = 0; i < categories.size(); i++) {
            if (rows.columns()[offset + i][row] == 1) {
                return categories.get(i);
            }
        }
        return null;
    }

    private static @Nullable String ordinal(List<String> categories, double position) {
        // A median between two categories, standing for a missing one, is none of them; nor is the place of the rare
        // ones.
        boolean known = position == Math.rint(position) && position >= 0 && position < categories.size();
        return known ? categories.get((int) position) : null;
    }

    private ColumnEncoding encoding(String column) {
        return rows.encoder().encodings().stream()
                .filter(encoding -> encoding.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private int offset(String column) {
        int offset = 0;
        for (ColumnEncoding encoding : rows.encoder().encodings()) {
            if (encoding.column().equals(column)) {
                return offset;
            }
            offset += encoding.featureNames().size();
        }
        throw new IllegalArgumentException("there is no feature column " + column);
    }
}
