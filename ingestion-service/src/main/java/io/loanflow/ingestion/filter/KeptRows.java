package io.loanflow.ingestion.filter;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.RowFilter;
import io.loanflow.ingestion.expectation.Row;
import org.jspecify.annotations.Nullable;

/** Which rows of a file a data set's definition keeps. */
public final class KeptRows {

    private final @Nullable RowChecker checker;

    public KeptRows(DatasetDefinition definition) {
        RowFilter filter = definition.filter();
        checker = filter == null ? null : new RowCheckers(definition).of(filter.test());
    }

    /**
     * Whether the row is none of the data set's: the filter is not true of it. Where it turns on a value that cannot be read, it cannot be
     * said, and the row is not left out: the expectations set it aside.
     */
    public boolean leavesOut(Row row) {
        if (checker == null) {
            return false;
        }
        Answer answer = checker.of(row);
        return answer == Answer.FALSE || answer == Answer.UNKNOWN;
    }
}
