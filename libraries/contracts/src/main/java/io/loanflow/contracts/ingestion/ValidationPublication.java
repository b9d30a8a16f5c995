package io.loanflow.contracts.ingestion;

/** Asks for a load's validation result to be logged to an MLflow run, as JSON and as a page. */
public record ValidationPublication(long loadId, String mlflowRunId) {}
