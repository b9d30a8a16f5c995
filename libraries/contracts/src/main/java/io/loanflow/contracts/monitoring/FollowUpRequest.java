package io.loanflow.contracts.monitoring;

import io.loanflow.contracts.execution.PipelineRun;

/** @param run that asks: the same run again gets the same answer */
public record FollowUpRequest(String dataset, PipelineRun run) {}
