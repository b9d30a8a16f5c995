package io.loanflow.contracts.dataset;

/** How a feature column becomes numbers. */
public enum ColumnEncodingRule {
    /** The number itself. */
    AS_IS,
    /** (value - mean) / standard deviation, both of the training part. */
    STANDARDISE,
    /** One 0/1 feature for each category. */
    ONE_HOT,
    /** The position of the category in the column's list, from 0. */
    ORDINAL,
    /** The place of the category in the order of frequency, the most frequent at 0. */
    FREQUENCY
}
