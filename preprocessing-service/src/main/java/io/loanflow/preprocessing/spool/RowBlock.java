package io.loanflow.preprocessing.spool;

/** Some rows, column by column. */
public final class RowBlock {

    private final double[][] columns;
    private final int rows;

    /** @param columns arrays that may be longer than the rows */
    RowBlock(double[][] columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    public int rows() {
        return rows;
    }

    /** NaN where it is missing. */
    public double value(int column, int row) {
        return columns[column][row];
    }
}
