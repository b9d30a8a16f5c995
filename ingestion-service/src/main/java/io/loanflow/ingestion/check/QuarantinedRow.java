package io.loanflow.ingestion.check;

import java.util.List;

/**
 * A row that is set aside instead of being stored.
 *
 * @param number of the data row in its file, from 1
 * @param raw the row as it stands in the file, without the line end
 * @param problems at least one
 */
public record QuarantinedRow(long number, String raw, List<RowProblem> problems) {

    public QuarantinedRow {
        problems = List.copyOf(problems);
    }
}
