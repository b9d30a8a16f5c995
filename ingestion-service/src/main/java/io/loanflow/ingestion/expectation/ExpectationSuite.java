package io.loanflow.ingestion.expectation;

import java.util.List;

/** All that is expected of a data set: what its definition says and what its {@code expectations.yaml} adds. */
public record ExpectationSuite(List<RowExpectation> rows, List<TableExpectation> table) {

    public ExpectationSuite {
        rows = List.copyOf(rows);
        table = List.copyOf(table);
    }

    /** Starts judging one file. */
    public SuiteRun start() {
        return new SuiteRun(this);
    }
}
