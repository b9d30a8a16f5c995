package io.loanflow.ingestion.expectation;

/** The cell holds a value of its column's type that can be stored. */
final class OfType extends ColumnCondition {

    OfType(IndexedColumn column) {
        super(column, column.column().allowed());
    }

    @Override
    public Verdict judge(Row row) {
        return row.isMissing(index) ? Verdict.NOT_APPLICABLE : of(row.isValid(index));
    }

    @Override
    public boolean isMetByCompleteRows() {
        return true;
    }
}
