package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.Excerpts;
import java.util.List;

/** The cell holds one of some categories. */
final class InSet extends ColumnCondition {

    private final boolean[] allowed;
    private final boolean coversAll;

    /** @param categories some of the column's or all */
    InSet(IndexedColumn column, List<String> categories) {
        super(column, "one of " + Excerpts.list(categories));
        List<String> all = column.column().categories();
        allowed = new boolean[all.size()];
        coversAll = categories.containsAll(all);
        categories.forEach(category -> allowed[all.indexOf(category)] = true);
    }

    @Override
    public Verdict judge(Row row) {
        if (row.isMissing(index)) {
            return Verdict.NOT_APPLICABLE;
        }
        return of(row.isValid(index) && allowed[(int) row.number(index)]);
    }

    @Override
    public boolean isMetByCompleteRows() {
        return coversAll;
    }
}
