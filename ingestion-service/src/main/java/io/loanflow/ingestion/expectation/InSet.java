package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.Excerpts;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The cell holds one of some categories. */
final class InSet extends ColumnCondition {

    private final boolean[] allowed;
    private final Set<String> ofOpen;
    private final boolean coversAll;

    /** @param categories some of the column's or all */
    InSet(IndexedColumn column, List<String> categories) {
        super(column, "one of " + Excerpts.list(categories));
        List<String> all = column.column().categories();
        allowed = new boolean[all.size()];
        ofOpen = column.column().isOpen() ? Set.copyOf(categories) : Set.of();
        coversAll = !column.column().isOpen() && categories.containsAll(all);
        if (!column.column().isOpen()) {
            categories.forEach(category -> allowed[all.indexOf(category)] = true);
        }
    }

    @Override
    public Verdict judge(Row row) {
        if (row.isMissing(index)) {
            return Verdict.NOT_APPLICABLE;
        }
        return of(row.isValid(index) && isAllowed(row));
    }

    private boolean isAllowed(Row row) {
        return ofOpen.isEmpty()
                ? allowed[(int) row.number(index)]
                : ofOpen.contains(Objects.requireNonNull(row.values()[index]));
    }

    @Override
    public boolean isMetByCompleteRows() {
        return coversAll;
    }
}
