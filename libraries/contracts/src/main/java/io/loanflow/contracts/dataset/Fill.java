package io.loanflow.contracts.dataset;

import org.jspecify.annotations.Nullable;

/**
 * What a model sees in the place of a missing value, and of a category that says too little.
 *
 * @param value the number or category that stands for it; null where that follows from the training part
 * @param other which categories are one feature; null where each listed one that the training part met has one of its own
 */
public record Fill(By by, @Nullable String value, @Nullable OtherCategories other) {

    /** The median, and nothing else. */
    public static final Fill MEDIAN = new Fill(By.MEDIAN, null, null);

    /** What stands for a missing value. */
    public enum By {
        /** Of the training part. */
        MEDIAN,
        /** Of the training part. */
        MEAN,
        /** The median, and a feature of its own says that the value is missing. */
        INDICATOR,
        /** One that the definition names. */
        VALUE
    }

    /** Whether a feature of its own says that the value is missing. */
    public boolean indicator() {
        return by == By.INDICATOR;
    }
}
