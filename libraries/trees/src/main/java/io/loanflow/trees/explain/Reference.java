package io.loanflow.trees.explain;

/**
 * Rows that a row is explained against.
 *
 * @param columns by place in a row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reference(double[][] columns, int rows) {

    static final Reference NONE = new Reference(new double[0][], 0);
}
