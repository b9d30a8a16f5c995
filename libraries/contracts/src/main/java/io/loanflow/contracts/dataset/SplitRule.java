package io.loanflow.contracts.dataset;

/**
 * How a data set's rows are put into the training or the test part, where not by what each row is like.
 *
 * @param column by which
 */
public record SplitRule(Kind kind, String column) {

    /** What is done with the column. */
    public enum Kind {
        /** Rows of the same value are in the same part, and in the same fold. */
        GROUP,
        /** Rows of earlier values are in the training part, of later ones in the test part. */
        TIME
    }
}
