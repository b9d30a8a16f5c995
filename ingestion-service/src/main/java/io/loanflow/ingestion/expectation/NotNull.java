package io.loanflow.ingestion.expectation;

/** The cell holds something. */
final class NotNull extends ColumnCondition {

    NotNull(IndexedColumn column) {
        super(column, column.column().allowed());
    }

    @Override
    public Verdict judge(Row row) {
        return of(!row.isMissing(index));
    }

    @Override
    public boolean isMetByCompleteRows() {
        return true;
    }
}
