package io.loanflow.contracts.ingestion;

import io.loanflow.contracts.execution.PipelineRun;

/** Asks for a data set's decisions whose outcome is known as a load. */
public record OutcomesRequest(String dataset, PipelineRun run) {}
