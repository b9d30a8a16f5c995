package io.loanflow.contracts.execution;

/** Which workflow run asks, so that what it makes can say who made it. */
public record PipelineRun(String workflowId, String runId) {}
