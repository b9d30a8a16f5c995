package io.loanflow.ingestion.expectation;

import java.util.List;

/** The cell holds one of some categories. */
final class InSet extends ColumnCondition {

    private final boolean[] allowed;

    /** @param categories some of the column's or all */
    InSet(IndexedColumn column, List<String> categories) {
        super(column, "one of " + String.join(", ", categories));
        List<String> all = column.column().categories();
        allowed = new boolean[all.size()];
        categories.forEach(category -> allowed[all.indexOf(category)] = true);
    }

    @Override
    public Verdict judge(Row row) {
        return switch (row.content(index)) {
            case VALID -> of(allowed[(int) row.number(index)]);
            case INVALID -> Verdict.BROKEN;
            case MISSING -> Verdict.NOT_APPLICABLE;
        };
    }
}
