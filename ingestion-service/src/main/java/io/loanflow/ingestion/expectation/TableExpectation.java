package io.loanflow.ingestion.expectation;

import io.loanflow.ingestion.validation.ExpectationConfig;
import java.util.function.Supplier;

/**
 * An expectation of all rows that are kept, taken together.
 *
 * @param measure starts measuring one file
 */
public record TableExpectation(ExpectationConfig config, Supplier<TableMeasure> measure) {}
