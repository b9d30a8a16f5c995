package io.loanflow.ingestion.validation;

/** Whether one expectation is met, and what was seen. */
public record ExpectationResult(boolean success, ExpectationConfig expectationConfig, Observation result) {}
