package io.loanflow.contracts.monitoring;

/** Asks for the windows of a data set's decisions that have ended. */
public record JudgementRequest(String dataset) {}
