package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.ExpectationConfig;
import io.loanflow.ingestion.validation.Severity;

/**
 * An expectation of each row.
 *
 * @param mostly share of the rows, from 0 to 1, that must meet the condition for the expectation to be met
 */
public record RowExpectation(ExpectationConfig config, RowCondition condition, double mostly) {

    /** Whether a row that breaks the condition is set aside. */
    public boolean critical() {
        return config.severity() == Severity.CRITICAL;
    }
}
