package io.loanflow.contracts.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What a model sees in the place of a missing value, and of a category that says too little.
 *
 * @param indicator whether a feature of its own says that the value is missing
 * @param value the number or category that stands for it; null where that is the median of the training part
 * @param other which categories are one feature; null where each listed one that the training part met has one of its own
 */
public record Fill(
        boolean indicator, @Nullable String value, @Nullable OtherCategories other) {

    /** The median, and nothing else. */
    public static final Fill MEDIAN = new Fill(false, null, null);
}
