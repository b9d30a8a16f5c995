package io.loanflow.contracts.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What a model sees in the place of a missing value, and of a category that says too little.
 *
 * @param indicator whether a feature of its own says that the value is missing
 * @param value the number or category that stands for it; null where that is the median of the training part
 * @param rare share of the training part's rows below which categories are one feature, together with those that it never met; null
 *     where each listed category that it met has one of its own
 */
public record Fill(
        boolean indicator, @Nullable String value, @Nullable Double rare) {

    /** The median, and nothing else. */
    public static final Fill MEDIAN = new Fill(false, null, null);
}
