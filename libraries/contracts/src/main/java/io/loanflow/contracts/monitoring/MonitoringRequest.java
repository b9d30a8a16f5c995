package io.loanflow.contracts.monitoring;

/** Starts a look. {@code {"dataset": "loan"}} is enough. */
public record MonitoringRequest(String dataset) {}
