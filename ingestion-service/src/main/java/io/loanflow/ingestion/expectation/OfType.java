package io.loanflow.ingestion.expectation;

/** The cell of a number column holds a number that can be stored. */
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
