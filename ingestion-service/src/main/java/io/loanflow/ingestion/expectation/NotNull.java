package io.loanflow.ingestion.expectation;

/** The cell holds something. */
final class NotNull extends ColumnCondition {

    private final String allowed;

    NotNull(IndexedColumn column) {
        super(column, column.column().allowed());
        allowed = column.column().allowed();
    }

    @Override
    public Verdict judge(Row row) {
        return of(!row.isMissing(index));
    }

    @Override
    public boolean isMetByCompleteRows() {
        return true;
    }

    @Override
    public String reason(Row row) {
        return "is missing; must be " + allowed;
    }
}
